"""Where the site answers unless told otherwise: on this machine only."""

HOST, PORT = "127.0.0.1", 8000
BASE = f"http://{HOST}:{PORT}"
