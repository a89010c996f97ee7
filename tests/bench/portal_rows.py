"""Fills the database of a benchmark with an open site of forty articles, and prints the address of one."""

import os

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "youju.config.settings")
    django.setup()
    from django.core.management import call_command  # as the rest: once Django is set up

    from tests.portal.site import live, make_office
    from youju.records.publicity.article.address import article_path

    call_command("migrate", verbosity=0)
    office = make_office()
    body = "\n\n".join(["## 小标题", "一段正文，" * 60, "- 一项\n- 又一项"] * 4)
    made = [live(office, title=f"第{number}篇文章的标题不长也不短", body=body) for number in range(40)]
    print(article_path(made[0].ref))


if __name__ == "__main__":
    main()
