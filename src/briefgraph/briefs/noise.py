"""Noise: lines that a page puts around a brief, which never become part of it.

A line is noise for what it says, never for where it stands. Exact lines and openings are kept
as plain sets, so that one more takes one line.
"""

import re

from briefgraph.briefs.dates import is_date_line
from briefgraph.briefs.page import collapse

NOISE_LENGTH = 400  # boilerplate longer than this is told by its opening
# Whole lines, folded.
EXACT = frozenset(
    {
        "about",
        "about us",
        "accept all",
        "accept cookies",
        "add comment",
        "advertisement",
        "all rights reserved",
        "all topics",
        "audio-thumbnail",
        "author",
        "back to top",
        "breaking news",
        "careers",
        "close",
        "comment",
        "comments",
        "contact",
        "contact us",
        "continue reading",
        "controversies",
        "cookie policy",
        "copied",
        "copy link",
        "critical",
        "cross-posted",
        "daily newsletter",
        "donate",
        "download",
        "email",
        "establishment bias",
        "facebook",
        "faq",
        "featured",
        "fedilink",
        "follow us",
        "forgot password",
        "full story",
        "get started",
        "get the app",
        "go deeper",
        "hide",
        "home",
        "image",
        "improve the news",
        "improve the news foundation",
        "itn",
        "join",
        "latest",
        "latest news",
        "left",
        "link",
        "linkedin",
        "listen",
        "listen to this article",
        "listen to this story",
        "load more",
        "log in",
        "log out",
        "login",
        "menu",
        "moderators",
        "more",
        "more stories",
        "most read",
        "navigation",
        "neutral",
        "newsletter",
        "newsletters",
        "next",
        "no comments",
        "ok",
        "ok, thanks",
        "open in app",
        "pause",
        "permalink",
        "play",
        "play audio",
        "post",
        "posts",
        "previous",
        "print",
        "privacy policy",
        "pro",
        "public",
        "read full story",
        "read more",
        "read next",
        "read the full story",
        "recommended",
        "register",
        "related",
        "related articles",
        "related stories",
        "reply",
        "report",
        "right",
        "save",
        "search",
        "see all",
        "see more",
        "see sources",
        "settings",
        "share",
        "share article",
        "share on facebook",
        "share on twitter",
        "share on x",
        "share this",
        "share this article",
        "share this story",
        "show more",
        "show sources",
        "sidebar",
        "sign in",
        "sign up",
        "sign up for free",
        "sign up now",
        "skip to content",
        "skip to main content",
        "sources and spin",
        "subscribe",
        "subscribe now",
        "subscribers",
        "success",
        "success! check your email",
        "success! now check your email",
        "tags",
        "telegram",
        "terms of service",
        "terms of use",
        "thanks",
        "the latest",
        "there doesn't seem to be anything here",
        "toggle navigation",
        "top stories",
        "trending",
        "twitter",
        "unsubscribe",
        "verity",
        "verity news",
        "view all",
        "view sources",
        "weekly newsletter",
        "welcome back",
        "whatsapp",
        "x",
        "you may also like",
        "you might also like",
        "your email address",
        "your link has expired",
    }
)
OPENINGS = (
    "above:",
    "image:",
    "image credit",
    "image copyright",
    "image source",
    "image via",
    "photo:",
    "photo by",
    "photo credit",
    "photograph:",
    "picture:",
    "credit:",
    "caption:",
    "copyright:",
    "©",
    "(c) ",
    "to complete subscribe",
    "to complete sign",
    "to complete your",
    "click the confirmation link",
    "subscribe to ",
    "sign up for ",
    "sign up to ",
    "you've successfully",
    "you have successfully",
    "success! your",
    "this post was submitted on",
    "this magazine/community is not affiliated",
    "this magazine is not affiliated",
    "this community is not affiliated",
    "improve the news is a free",
    "verity is a free",
    "lr (left/right)",
    "cp (critical",
    "posted by ",
    "posted in ",
    "written by ",
    "published by ",
    "last updated",
    "powered by ",
    "published with ",
    "more neutral establishment",
    "all rights reserved",
    "top 0 comments",
    "sorted by:",
)
CREDITS = (
    "via getty images",
    "/getty images",
    "(getty images",
    "ap photo/",
    "/afp via",
    "/anadolu via",
    "image copyright:",
)
ENDINGS = (" profile image", " min read", " mins read", " minute read", " minutes read", " stance articles")
SHAPES = re.compile(
    r"\d{1,3}:\d{2}(?::\d{2})?(?:\s*/\s*\d{1,3}:\d{2})?"  # 0:00, 0:00 / 3:20
    r"|/\s*\d+(?::\d{2})?"  # /1861
    r"|\d{1,4}(?:\.\d)?\s?x"  # the player's speed
    r"|-?\d{1,7}"  # a score, a rank, a page number
    r"|\d+ points? \(.{0,20}liked\)"
    r"|[\d.,]+k? (?:readers?|users? here now|subscribers?|comments?|points?|upvotes?|views?)"
    r"|[\d.,]+k? (?:shares?|likes?|members?)"
    r"|(?:founded |about )?(?:\d{1,4}|an?) (?:year|month|week|day|hour|minute|min)s? ago"
    r"|submitted (?:\d|on |by |an? ).{0,120}"
    r"|(?:page )?\d{1,4} of \d{1,4}",
    re.IGNORECASE,
)
BYLINE = re.compile(r"by (?:[^\s.,:;!?]{1,40} ){0,6}[^\s.,:;!?]{1,40}")
CAPITAL_BYLINE = re.compile(r"By [A-Z][^\s.,:;!?]{0,30}(?: [A-Z][^\s,:;!?]{0,30}){1,3}")


def is_noise(words: str, *, has_bullet: bool = False) -> bool:
    """Whether a line, bullet taken off, is of the page and not of the brief.

    A bullet is only noise as a whole line: a fact may well begin with `Written by`.
    """
    if not any(character.isalnum() for character in words[:NOISE_LENGTH]):
        return True
    head = collapse(words[:NOISE_LENGTH]).strip("*_# ").replace("\u2019", "'")
    folded = head.casefold()
    if not has_bullet and folded.startswith(OPENINGS):
        return True
    if len(words) >= NOISE_LENGTH:
        return False
    if not has_bullet and any(agency in folded for agency in CREDITS):
        return True
    if folded.rstrip(" !:.>»→") in EXACT or folded.endswith(ENDINGS):
        return True
    if SHAPES.fullmatch(folded) or is_date_line(folded):
        return True
    return not has_bullet and bool(BYLINE.fullmatch(head) or CAPITAL_BYLINE.fullmatch(head))
