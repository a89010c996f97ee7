"""A browser in two words, by which somebody recognises the own one."""

# The first that is named in what a browser says of itself: most name others too.
_PROGRAMS = (
    ("MicroMessenger", "微信"), ("DingTalk", "钉钉"), ("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"),
    ("QQBrowser", "QQ浏览器"), ("360", "360浏览器"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
_MACHINES = (
    ("HarmonyOS", "HarmonyOS"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"),
    ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux"),
)  # fmt: skip


def browser_of(agent: str) -> str:
    """Such as “Chrome · Windows”, from the User-Agent; empty where neither is known."""
    found = (_named(agent, _PROGRAMS), _named(agent, _MACHINES))
    return " · ".join(filter(None, found))


def _named(agent: str, names: tuple[tuple[str, str], ...]) -> str:
    return next((name for sign, name in names if sign in agent), "")
