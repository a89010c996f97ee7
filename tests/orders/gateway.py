"""Sandboxes that speak the protocols of WeChat Pay v3 and Alipay, with keys of their own, on this machine alone.

They sign as the services' documents say, by ``cryptography`` and not by the libraries under test.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qsl, urlencode

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from youju.lib import clock
from youju.orders.providers.alipay import Alipay, AlipayKeys
from youju.orders.providers.wechat import Wechat, WechatKeys

V3_KEY, KEY_ID, MERCHANT, APP = "0123456789abcdef0123456789abcdef", "PUB_KEY_ID_0100", "1900000001", "2021000000"


@cache
def key(name: str) -> RSAPrivateKey:
    """A key pair by what it is for; making one takes a moment."""
    return generate_private_key(public_exponent=65537, key_size=2048)


def private_text(name: str) -> str:
    return key(name).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def public_text(name: str) -> str:
    return key(name).public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def signed(name: str, text: str) -> str:
    return b64encode(key(name).sign(text.encode(), PKCS1v15(), SHA256())).decode()


@cache
def wechat(gateway: str = "") -> Wechat:
    return Wechat(
        WechatKeys(
            appid="wx0001", mchid=MERCHANT, serial="5A", public_key_id=KEY_ID, private_key=private_text("merchant"),
            v3_key=V3_KEY, public_key=public_text("wechat"), gateway=gateway,
        )
    )  # fmt: skip


@cache
def alipay(gateway: str = "") -> Alipay:
    keys = AlipayKeys(APP, private_text("app"), public_text("alipay"), gateway)
    return Alipay(keys)


def wechat_told(
    number: str,
    amount: int,
    *,
    payment: str = "4200001",
    event: str = "e1",
    refund: bool = False,
    signer: str = "wechat",
    serial: str = KEY_ID,
    merchant: str = MERCHANT,
    age: int = 0,
) -> tuple[dict[str, str], bytes]:
    """A notification: headers and body. signer: whose key signs it; age: seconds since."""
    resource = {
        "mchid": merchant, "appid": "wx0001", "out_trade_no": number, "transaction_id": payment,
        "trade_state": "SUCCESS", "refund_status": "SUCCESS",
        "amount": {"total": amount, "refund": amount, "currency": "CNY"},
    }  # fmt: skip
    nonce, about = "0123456789ab", "transaction"
    hidden = AESGCM(V3_KEY.encode()).encrypt(nonce.encode(), json.dumps(resource).encode(), about.encode())
    body = json.dumps(
        {
            "id": event, "resource_type": "encrypt-resource",
            "event_type": "REFUND.SUCCESS" if refund else "TRANSACTION.SUCCESS",
            "resource": {
                "algorithm": "AEAD_AES_256_GCM", "nonce": nonce, "associated_data": about,
                "ciphertext": b64encode(hidden).decode(),
            },
        }
    )  # fmt: skip
    return _wechat_headers(body, signer, serial, age), body.encode()


def _wechat_headers(body: str, signer: str = "wechat", serial: str = KEY_ID, age: int = 0) -> dict[str, str]:
    stamp, nonce = str(int(clock.now().timestamp()) - age), "n0"
    return {
        "Wechatpay-Timestamp": stamp,
        "Wechatpay-Nonce": nonce,
        "Wechatpay-Serial": serial,
        "Wechatpay-Signature": signed(signer, f"{stamp}\n{nonce}\n{body}\n"),
        "Wechatpay-Signature-Type": "WECHATPAY2-SHA256-RSA2048",
    }


def alipay_told(number: str, amount: str, *, signer: str = "alipay", **fields: str) -> bytes:
    """The body of a notification. fields: what else stands in it, or stands otherwise."""
    told = {
        "app_id": APP, "notify_id": "n1", "out_trade_no": number, "trade_no": "2026001", "charset": "utf-8",
        "trade_status": "TRADE_SUCCESS", "total_amount": amount,
    } | fields  # fmt: skip
    text = "&".join(f"{name}={value}" for name, value in sorted(told.items()) if value)
    return urlencode(told | {"sign_type": "RSA2", "sign": signed(signer, text)}).encode()


class _Gateway(BaseHTTPRequestHandler):
    """Both services at one address; whatever is not signed by the merchant's key is turned away."""

    asked: list[dict[str, object]]

    def do_POST(self) -> None:
        self._wechat(self.rfile.read(int(self.headers["Content-Length"])).decode())

    def do_GET(self) -> None:
        self._alipay(self.path.partition("?")[2])

    def _wechat(self, body: str) -> None:
        given = dict(part.split("=", 1) for part in self.headers["Authorization"].partition(" ")[2].split(","))
        said = {name: value.strip('"') for name, value in given.items()}
        text = f"POST\n{self.path}\n{said['timestamp']}\n{said['nonce_str']}\n{body}\n"
        key("merchant").public_key().verify(b64decode(said["signature"]), text.encode(), PKCS1v15(), SHA256())
        self.asked.append(json.loads(body))
        answer = {"status": "PROCESSING"} if "refund" in self.path else {"code_url": "weixin://wxpay/bizpayurl?pr=1"}
        self._send(json.dumps(answer), _wechat_headers(json.dumps(answer)))

    def _alipay(self, query: str) -> None:
        told = dict(parse_qsl(query))
        signature = told.pop("sign")
        text = "&".join(f"{name}={value}" for name, value in sorted(told.items()))
        key("app").public_key().verify(b64decode(signature), text.encode(), PKCS1v15(), SHA256())
        self.asked.append(json.loads(told["biz_content"]))
        answer = '{"code":"10000","msg":"Success","fund_change":"Y"}'
        self._send(f'{{"alipay_trade_refund_response":{answer},"sign":"{signed("alipay", answer)}"}}', {})

    def _send(self, body: str, headers: dict[str, str]) -> None:
        self.send_response(200)
        for name, value in {"Content-Type": "application/json", **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: tests print nothing."""


@contextmanager
def gateway() -> Iterator[tuple[str, list[dict[str, object]]]]:
    """The address of the sandbox while it runs, and what it was asked."""
    asked: list[dict[str, object]] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Gateway", (_Gateway,), {"asked": asked}))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
