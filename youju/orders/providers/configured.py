"""The ways to pay that this bureau has set up: none, unless it did."""

import logging
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.functional import Promise

from youju.orders.providers.alipay import Alipay, AlipayKeys
from youju.orders.providers.office import Office
from youju.orders.providers.provider import Provider
from youju.orders.providers.wechat import Wechat, WechatKeys
from youju.orgs.settings import setting

log = logging.getLogger(__name__)
_LABELS: dict[str, str | Promise] = {way.code: way.label for way in (Office, Wechat, Alipay)}


def providers() -> dict[str, Provider]:
    """By their codes, in the order in which they are offered."""
    found: list[Provider] = [Office()] if setting("pay_at_office") else []
    services = (_set_up(_wechat, settings.PAY_WECHAT), _set_up(_alipay, settings.PAY_ALIPAY))
    found += [service for service in services if service is not None]
    return {provider.code: provider for provider in found}


def find_provider(code: str) -> Provider | None:
    """One that is set up; also the office while orders of it are left."""
    return Office() if code == Office.code else providers().get(code)


def label_of(code: str) -> str:
    """What a way to pay is called, whether or not it is set up now."""
    return str(_LABELS.get(code, code))


def _set_up(make: Callable[[tuple[str, ...]], Provider], given: tuple[str, ...]) -> Provider | None:
    """The provider; None where anything but the gateway is missing, or a key cannot be used."""
    if not all(given[:-1]):
        return None
    try:
        return make(given)
    except Exception as error:  # the libraries raise bare Exception for a key they cannot read
        log.error("A way to pay is left out: its keys cannot be used (%s)", type(error).__name__)
        return None


@lru_cache(maxsize=4)
def _wechat(given: tuple[str, ...]) -> Provider:
    """given: appid, mchid, serial, id of the public key, files of the private key, of the v3 key and of the public
    key, gateway."""
    appid, mchid, serial, key_id, private, v3_key, public, gateway = given
    return Wechat(WechatKeys(appid, mchid, serial, key_id, _text(private), _text(v3_key), _text(public), gateway))


@lru_cache(maxsize=4)
def _alipay(given: tuple[str, ...]) -> Provider:
    """given: appid, files of the private key and of Alipay's public key, gateway."""
    appid, private, public, gateway = given
    return Alipay(AlipayKeys(appid, _text(private), _text(public), gateway))


def _text(path: str) -> str:
    """Keys are files: what stands in the environment is read by every program that it starts."""
    return Path(path).read_text("utf-8").strip()
