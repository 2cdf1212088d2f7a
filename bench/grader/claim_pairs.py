"""Pairs of a phrase and a passage, and what the passage does with the phrase: states it, says something else, says the
opposite, or names its terms and claims nothing.

All are made of the bank's `say` lines, `not_enough` and mistaken claims, and of spoken-claims.jsonl: sentences written by
hand for each criterion. Sample answers are never read: they measure.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from claim_words import CORRECTIONS, DENIALS, DENIED, FILLERS, FRAMES, INSIDE, LEADS, TAILS

STATES, OTHER, OPPOSITE, NOTHING = range(4)
PLACEHOLDER = re.compile(r"\{[a-z][a-z0-9_]*(?::%?\d*)?\}")
GRADER = Path(__file__).resolve().parents[2] / "src" / "shared" / "grader"


class Spoken(NamedTuple):
    """How people speak of a criterion: stating it, wrongly in its own terms, with its terms in talk, and half knowing it."""

    said: list[str]
    wrong: list[str]
    empty: list[str]
    thin: list[str]


class Rubric(NamedTuple):
    """Criteria (each a list of phrases), what is not enough for each, how each is spoken of, and mistaken claims."""

    criteria: list[list[str]]
    not_enough: list[str]
    spoken: list[Spoken]
    mistaken: list[str]


class Pair(NamedTuple):
    """A phrase, a passage, and what the passage does with the phrase."""

    phrase: str
    passage: str
    label: int


def rubrics(content: Path) -> list[Rubric]:
    """Every list of criteria of questions, talks and competencies, with the mistaken claims beside it."""
    spoken = spoken_claims()
    paths = sorted(path for kind in ("questions", "rounds", "explain") for path in (content / kind).rglob("*.yaml"))
    paths.append(content / "competencies.yaml")
    found = []
    for path in paths:
        root = yaml.safe_load(readable(path.read_text(encoding="utf-8")))
        found += within(root, lambda node, top=root, name=path.stem: spoken.get(topic_of(node, top, name), {}))
    return found


NEVER = Spoken([], [], [], [])


def topic_of(node: dict[str, Any], root: Any, name: str) -> str:
    """The name of a file, and of the part of a talk in it."""
    return name if node is root or "id" not in node else f"{name}/{node['id']}"


def spoken_claims() -> dict[str, dict[str, Spoken]]:
    """For each topic, by criterion. The second sentences of a topic kept for the trees are left out, and what is right."""
    found: dict[str, dict[str, Spoken]] = {}
    for line in (Path(__file__).parent / "spoken-claims.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        said, thin = plain(row["said"]), plain(row["thin"])
        lines = Spoken([said], [plain(each) for each in row["wrong"]], [plain(each) for each in row["empty"]], [thin])
        if row["for_trees"]:
            lines = Spoken([], lines.wrong[:1], lines.empty[:1], [])
        own = found.setdefault(row["topic"], {})
        # some criteria have sentences of two hands
        own[row["criterion"]] = Spoken(*(a + b for a, b in zip(own.get(row["criterion"], NEVER), lines, strict=True)))
    return found


def readable(text: str) -> str:
    """Without question marks in lists of one line, which PyYAML (YAML 1.1) takes for signs of its own."""
    return re.sub(r"\?(?=[,\]])", "", text)


def within(node: Any, spoken_of: Callable[[dict[str, Any]], dict[str, Spoken]]) -> Iterator[Rubric]:
    """Rubrics anywhere in a document."""
    if isinstance(node, list):
        for each in node:
            yield from within(each, spoken_of)
    if not isinstance(node, dict):
        return
    rubric = [each for each in node.get("rubric") or [] if isinstance(each, dict) and len(each.get("say") or []) > 1]
    spoken = [each for each in rubric if "number" not in each]
    if len(spoken) > 1:
        own = spoken_of(node)
        yield Rubric(
            [[plain(text) for text in each["say"]] for each in spoken],
            [plain(each.get("not_enough") or "") for each in spoken],
            [own.get(each["id"], NEVER) for each in spoken],
            [plain(each["says"]) for each in node.get("misconceptions") or node.get("counter_signs") or []],
        )
    for name, each in node.items():
        if name != "rubric":
            yield from within(each, spoken_of)


def plain(text: str) -> str:
    """One line, with some number in the place of each that is drawn."""
    return PLACEHOLDER.sub(lambda _: str(random.randint(2, 90)), " ".join(text.split()))


# Passages that state the phrase: another way of saying it, as people say it in the middle of an answer.

JOINTS = (" ", " ", " ", " And ", " Also, ", " Besides, ", " But ", " So ", " Then ")


def low(text: str) -> str:
    """With a small first letter, unless the word is a name or an abbreviation."""
    return text[:1].lower() + text[1:] if len(text) < 2 or not text[1].isupper() else text


def corrected(say: str) -> str | None:
    """What is right, said beside what is not: people answer what others believe."""
    draw = random.random()
    if draw < 0.3:
        wrong = swapped(say)
        return wrong and negated(wrong)
    wrong = swapped(say) if draw < 0.6 else negated(say)
    return wrong and random.choice(CORRECTIONS).format(wrong=low(wrong.rstrip(".")), right=low(say))


def stated(rubric: Rubric, say: str, at: int) -> str:
    """A `say` line in the middle of other sentences."""
    draw = random.random()
    text = (corrected(say) if random.random() < 0.2 else None) or say
    if draw < 0.35:
        lead = random.choice(LEADS)
        text = f"{lead} {text if lead.endswith('.') else low(text)}"
    if random.random() < 0.25:
        tail = random.choice(TAILS)
        text = f"{text.rstrip('.')}{tail}" if tail else text
    if rubric.mistaken and random.random() < 0.12:
        return random.choice(DENIED).format(x=low(random.choice(rubric.mistaken))) + f" {text}"
    others = [phrase for which, phrases in enumerate(rubric.criteria) if which != at for phrase in phrases]
    if random.random() < 0.35:
        other = random.choice(others)
        first, second = (text, other) if random.random() < 0.5 else (other, text)
        joint = random.choice(JOINTS)
        text = f"{first}{joint}{low(second) if joint.strip() else second}"
    return text


def nearly(say: str) -> str:
    """Word by word but for one that changes nothing, where a "not" would stand, or for an article."""
    places = list(AUXILIARY.finditer(say))
    draw = random.random()
    if places and draw < 0.5:
        place = random.choice(places)
        return f"{say[: place.end()]} {random.choice(FILLERS)}{say[place.end() :]}"
    return re.sub(r" (?:the|a|an) ", " ", say, count=1) if draw < 0.7 else say


def beside(rubric: Rubric, text: str, at: int) -> str:
    """Now and then with a sentence about something else before or after it."""
    if random.random() < 0.7:
        return text
    which = random.choice([each for each in range(len(rubric.criteria)) if each != at])
    other = random.choice([*rubric.criteria[which], *rubric.spoken[which].wrong, *rubric.spoken[which].empty])
    return f"{text} {other}" if random.random() < 0.5 else f"{other} {text}"


# Passages that say the opposite.

AUXILIARY = re.compile(
    r"\b(is|are|was|were|can|will|would|should|does|do|has|have|had|could|must|may|might|did)\b(?! not\b|n't)",
    re.IGNORECASE,
)
NEGATED = re.compile(r"n't\b|\bnot |\bnever ")
VERB = re.compile(r"\b([a-z]{3,}[a-rt-z])s\b(?= (?:the|a|an|no|its|it|to|on|in|with|all|each|every|only|up|down)\b)")


def opposites() -> dict[str, str]:
    """Words that stand against each other, as the grader lists them."""
    source = (GRADER / "lexical-features.ts").read_text(encoding="utf-8")
    pairs = re.search(r"OPPOSITES = `([^`]+)`", source)
    found: dict[str, str] = {}
    for pair in re.split(r"[|\n]", pairs.group(1) if pairs else ""):
        first, second = pair.split()
        found.setdefault(first, second)
        found.setdefault(second, first)
    return found


SWAPS = opposites()
LOOSE = {"in", "out", "on", "off", "up", "down", "over", "under", "before", "with", "without", "first", "last", "left"}


def negated(text: str) -> str | None:
    """With "not" after an auxiliary, or without it."""
    if NEGATED.search(text):
        return None if text.lower().count("not") + text.count("n't") > 1 else NEGATED.sub("", text, count=1)
    if AUXILIARY.search(text):
        found = list(AUXILIARY.finditer(text))
        which = found if random.random() < 0.4 else [random.choice(found[:2])]
        return with_not(text, which)
    verb = VERB.search(text)
    return f"{text[: verb.start()]}does not {verb.group(1)}{text[verb.end() :]}" if verb else None


def with_not(text: str, places: list[re.Match[str]]) -> str:
    """ "not" after each of the places, or "never"."""
    word = random.choice(("not", "not", "not", "never", "hardly"))
    for place in reversed(places):
        text = f"{text[: place.end()]} {word}{text[place.end() :]}"
    return text


def prefixed(text: str) -> str:
    """Denied by what comes before it."""
    return f"{random.choice(DENIALS)} {low(text)}"


def swapped(text: str) -> str | None:
    """With words in the place of their opposites."""
    words = re.split(r"(\W+)", text)
    places = [at for at, word in enumerate(words) if word.lower() in SWAPS and word.lower() not in LOOSE]
    if not places:
        return None
    for at in places if random.random() < 0.7 else [random.choice(places)]:
        words[at] = SWAPS[words[at].lower()]
    return "".join(words)


def nearest_mistake(rubric: Rubric, at: int) -> list[tuple[str, str]]:
    """A mistaken claim with the phrase of a criterion, where it shares most words with that criterion and not few."""

    def shared(phrases: list[str], claim: str) -> int:
        return len(content_of(claim) & {word for phrase in phrases for word in content_of(phrase)})

    found = []
    for claim in rubric.mistaken:
        counts = [shared(phrases, claim) for phrases in rubric.criteria]
        if max(counts) >= 3 and counts.index(max(counts)) == at:
            found.append((max(rubric.criteria[at], key=lambda phrase: shared([phrase], claim)), claim))
    return found


def content_of(text: str) -> set[str]:
    """Its words that are no function words."""
    return {word for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in FUNCTION_WORDS}


def opposed(rubric: Rubric, say: str, at: int) -> str | None:
    """One of these ways, now and then beside a sentence about something else."""
    draw = random.random()
    text = negated(say) if draw < 0.55 else prefixed(say) if draw < 0.75 else swapped(say)
    return text and beside(rubric, text, at)


# Passages that name terms and claim nothing about them.

FUNCTION_WORDS = frozenset(
    re.search(r"LIST = `([^`]+)`", (GRADER / "function-words.ts").read_text(encoding="utf-8")).group(1).split()  # type: ignore[union-attr]
)


def terms_of(text: str, longest: int) -> list[str]:
    """Runs of words that are no function words."""
    terms: list[str] = []
    run: list[str] = []
    for word in [*re.findall(r"[\w%²-]+(?:'\w+)?|[.,;:()]", text), "."]:
        is_term = word[0].isalnum() and word.lower() not in FUNCTION_WORDS
        if run and (not is_term or len(run) == longest):
            terms.append(" ".join(run))
            run = []
        if is_term:
            run.append(word)
    return terms


def chunks_of(text: str) -> list[str]:
    """Longer pieces, as people name things: "the cache per token", "half of the weight"."""
    chunks: list[str] = []
    run: list[str] = []
    for word in [*re.findall(r"[\w%²-]+(?:'\w+)?|[.,;:()]", text), "."]:
        if word[0].isalnum() and (word.lower() in INSIDE or word.lower() not in FUNCTION_WORDS):
            run.append(word)
            continue
        while run and run[-1].lower() in INSIDE:
            run.pop()
        if any(each.lower() not in FUNCTION_WORDS for each in run):
            chunks.append(low(" ".join(run[:7])))
        run = []
    return chunks


def framed(rubric: Rubric, say: str, at: int) -> str | None:
    """The terms of one or two phrases in frames."""
    text = say if random.random() < 0.6 else f"{say} {random.choice(rubric.criteria[at])}"
    terms = chunks_of(text) if random.random() < 0.5 else terms_of(text, random.randint(1, 4))
    if random.random() < 0.5:
        random.shuffle(terms)
    left = list(dict.fromkeys(terms))
    said: list[str] = []
    while left and len(said) < 4:
        frame = random.choice(FRAMES)
        said.append(re.sub(r"\bx\b", lambda _: left.pop(0) if left else "all that", frame))
    joint = random.choice((". ", ". ", ", ", "; ", ", and "))
    text = joint.join(each if joint == ". " else low(each) for each in said)
    return f"{text[:1].upper()}{text[1:]}." if said else None


def transplanted(_: Rubric, say: str, __: int, *, host: str) -> str | None:
    """The terms of a phrase in the places of another sentence's terms."""
    terms = [word for term in terms_of(say, 1) for word in [term]]
    random.shuffle(terms)
    words = re.split(r"([^\w'%²-]+)", host)
    places = [at for at, word in enumerate(words) if word and word[0].isalnum() and word.lower() not in FUNCTION_WORDS]
    if len(terms) < 3 or len(places) < 3:
        return None
    for at in places:
        words[at] = terms.pop(0) if terms else words[at]
    return "".join(words)


def shuffled(_: Rubric, say: str, __: int) -> str:
    """Its words in any order."""
    words = say.split()
    random.shuffle(words)
    return " ".join(words)


def pairs(bank: list[Rubric]) -> list[Pair]:
    """One round over all criteria, drawn anew each time."""
    every = [phrase for rubric in bank for phrases in rubric.criteria for phrase in phrases]
    found: list[Pair] = []
    for rubric in bank:
        for at, phrases in enumerate(rubric.criteria):
            first, second = random.sample(phrases, 2)
            third = random.choice(phrases)
            others = [each for which, own in enumerate(rubric.criteria) if which != at for each in own]
            weak = rubric.not_enough[at]
            made: list[tuple[str, str | None, int]] = [
                (first, stated(rubric, second, at), STATES),
                (second, stated(rubric, first, at), STATES),
                (third, stated(rubric, nearly(third), at), STATES),
                (first, random.choice(others), OTHER),
                (first, opposed(rubric, second, at), OPPOSITE),
                *((phrase, wrong, OPPOSITE) for phrase, wrong in nearest_mistake(rubric, at)),
                (third, opposed(rubric, third, at), OPPOSITE),
                (second, framed(rubric, random.choice((first, second)), at), NOTHING),
                *((random.choice(phrases), stated(rubric, text, at), STATES) for text in rubric.spoken[at].said),
                *((random.choice(phrases), beside(rubric, text, at), OTHER) for text in rubric.spoken[at].thin),
                *((random.choice(phrases), beside(rubric, text, at), OPPOSITE) for text in rubric.spoken[at].wrong),
                *((random.choice(phrases), beside(rubric, text, at), NOTHING) for text in rubric.spoken[at].empty),
            ]
            draw = random.random()
            if draw < 0.3:
                made.append((first, transplanted(rubric, second, at, host=random.choice(every)), NOTHING))
            elif draw < 0.4:
                made.append((first, shuffled(rubric, second, at), NOTHING))
            elif draw < 0.6 and rubric.mistaken:
                made.append((first, random.choice(rubric.mistaken), OTHER))
            elif draw < 0.8 and weak:
                made.append((first, weak, OTHER))
            elif draw < 0.9:
                made.append((first, random.choice(every), OTHER))
            found += [Pair(phrase, passage, label) for phrase, passage, label in made if passage]
    return found
