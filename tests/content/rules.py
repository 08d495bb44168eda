# SPDX-License-Identifier: LGPL-2.1-or-later
"""The rules that every catalog keeps: those of content.md that a machine can check, and those of the format.

A rule is a function that gets one entry (a question, a control, …) and its catalog, and yields a message for each thing
that is wrong with it. `@rule` says which kinds of entries it examines; the name of a rule is the function's, with
hyphens.
"""

import collections
import re

import catalogs
import schemas
import source_runs

MAX_QUESTION = 120
LANGUAGES = ("ja", "en")
ANSWERS = ("implemented", "partial", "not_implemented", "not_applicable", "excepted")

JAPANESE = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
# A question mark of its own: か at the end of a sentence or of a half-sentence, as in …していますか、…していますか。
JA_ASK = re.compile("(ます|です|ました|でした|でしょう)か")
EN_ASK = re.compile(r"(?i), (and|or) (do|does|did|are|is|was|were|have|has|had|can|will)\b")
# および and かつ between two things that are done, told by the verb before them; between two nouns they are harmless.
JA_JOIN = re.compile("(ます|ており|でおり|[しれてたる])、?(および|及び|ならびに|並びに)|(かつ|且つ)(?![てどおら])")
JA_NEGATED = re.compile("((ません|ませんでした|ない(です|でしょう|の(です|でしょう))|なかった(です|の(です)))か|ずに?(い|おり)ますか)。$")
EN_NEGATED = re.compile(r"(?i)(^|, )(do|does|did|are|is|was|were|have|has|had|can|will|would|should)(n't|n’t| not)\b"
                        r"|^(do|does|did|are|is|have|has|can|will) (you|they|your \w+) (not|never)\b")
VAGUE = {"ja": re.compile("適切|適正|必要に応じ"),
         "en": re.compile(r"(?i)\bappropriate(ly)?\b|\bas (necessary|needed|required)\b|\b(if|where|when) necessary\b")}
SENTENCE_END = {"ja": re.compile("[。．！？!?]"), "en": re.compile(r"(?<!\be\.g)(?<!\bi\.e)[.!?](?=\s+[A-Z\"“]|$)")}

Rule = collections.namedtuple("Rule", "name kinds check about")
RULES = []


def rule(*kinds):
    """Make a function a rule that examines entries of these kinds."""
    def register(check):
        RULES.append(Rule(check.__name__.replace("_", "-"), kinds, check, check.__doc__))
        return check
    return register


def examine(one, catalog):
    """Apply a rule to a catalog: yield each entry that it examined, with the list of what is wrong there."""
    for kind in one.kinds:
        for entry in catalog.entries[kind]:
            try:
                yield entry, list(one.check(entry, catalog))
            except (AttributeError, KeyError, TypeError, OSError) as error:
                # Of a wrong type or a missing member the schema names the cause; here it is enough that the entry does
                # not pass unexamined.
                yield entry, [f"cannot be examined: {type(error).__name__} {error}"]


def text_of(entry, name="text"):
    """The two languages of a member, each "" if it is missing."""
    text = entry.get(name) or {}
    return {language: text.get(language, "") for language in LANGUAGES}


# The format

@rule("file")
def readable(file, catalog):
    """The file is JSON in UTF-8, and no member stands twice"""
    if file.source.fault:
        yield file.source.fault


@rule("file")
def schema(file, catalog):
    """The file keeps to its schema"""
    name = "catalog-1.schema.json" if file.source is catalog.source else "section-1.schema.json"
    for path, message in schemas.faults(name, file.value):
        yield f"line {file.source.line(path)}, {path or 'the whole file'}: {message}"


@rule("chapter", "section")
def holds_something(entry, catalog):
    """A chapter holds a section, and a section holds a control"""
    if not entry.get("sections" if entry.kind == "chapter" else "controls"):
        yield f"the {entry.kind} is empty"


@rule("role", "reason", "chapter", "section", "control", "question")
def ids_unique(entry, catalog):
    """No two of a kind have one id"""
    first = catalog.first_of[entry.kind, catalog.id_of(entry)]
    if first != entry:
        yield f"the id “{catalog.id_of(entry)}” is that of {first}"


@rule("control")
def clauses_unique(control, catalog):
    """No two controls have one clause, unless their ids are one id with .1, .2, … in order"""
    rows = catalog.rows_of[control.get("clause")]
    if len(rows) > 1:
        base = rows[0].get("id").rpartition(".")[0]
        wanted = f"{base}.{rows.index(control) + 1}"
        if control.get("id") != wanted or not base:
            yield f"{len(rows)} controls have the clause “{control.get('clause')}”; let their ids end in .1, .2, …"


@rule("duty", "question")
def roles_known(entry, catalog):
    """Duties and questions name roles of the catalog, and a question asks only roles that have a duty"""
    named = [catalogs.duty_role(entry)] if entry.kind == "duty" else entry.get("roles", ())
    for role in named:
        if role not in catalog.role_ids:
            yield f"there is no role “{role}”"
        elif role not in entry.parent.get("duties", {}):
            yield f"the role “{role}” has no duty here"


@rule("question")
def choices(question, catalog):
    """A question that chooses offers two choices or more, with ids that differ; no other question offers any"""
    offered = [choice.get("id") for choice in question.children("choice", "choices")]
    choosing = question.get("kind") in ("single", "multiple")
    if choosing and len(offered) < 2:
        yield "there is nothing to choose from"
    if not choosing and question.get("choices") is not None:
        yield "the choices are for the kinds single and multiple"
    if len(set(offered)) < len(offered):
        yield "two choices have one id"


@rule("question")
def ask_if(question, catalog):
    """A condition names an earlier question and answers that it can get"""
    condition = question.get("ask_if")
    if condition is None:
        return
    earlier = catalog.first_of.get(("question", condition["question"]))
    questions = catalog.entries["question"]
    if earlier is None or questions.index(earlier) >= questions.index(question):
        yield f"no question “{condition['question']}” stands before this one"
        return
    possible = ANSWERS if earlier.get("kind", "scale") == "scale" else [c["id"] for c in earlier.get("choices", ())]
    if not condition["answers"] or not set(condition["answers"]) <= set(possible):
        yield f"the answers must be among {', '.join(possible) or 'none: it has no fixed answers'}"


# The texts

@rule("text")
def both_languages(text, catalog):
    """Every text is there in Japanese and in English, and the two differ"""
    missing = [language for language in LANGUAGES if not text.get(language)]
    if missing:
        yield f"{' and '.join(missing)} missing"
    elif text.get("ja") == text.get("en"):
        yield "both languages have the same text"


@rule("text")
def english_without_japanese(text, catalog):
    """No Japanese character stands in an English text"""
    found = JAPANESE.findall(text.get("en", ""))
    if found:
        yield f"Japanese in the English text: {''.join(found)}"


@rule("text")
def not_copied(text, catalog):
    """No text shares a run of 25 characters with a source document, listed names excepted"""
    for language in LANGUAGES:
        for stretch in catalog.source_runs.shared(text.get(language, "")):
            yield f"{language} shares with a source document: {stretch}"


# The questions

@rule("question")
def question_length(question, catalog):
    """No question is longer than 120 Japanese characters"""
    length = len(text_of(question)["ja"])
    if length > MAX_QUESTION:
        yield f"the question has {length} characters; {MAX_QUESTION} is the end"


@rule("question")
def ends_as_question(question, catalog):
    """A question ends in か。 and in ?"""
    text = text_of(question)
    if not text["ja"].endswith("か。"):
        yield f"does not end in か。: {text['ja']}"
    if not text["en"].endswith("?"):
        yield f"does not end in ?: {text['en']}"


@rule("question")
def one_sentence(question, catalog):
    """A question is one sentence"""
    for language, text in text_of(question).items():
        ends = len(SENTENCE_END[language].findall(text))
        if ends != 1:
            yield f"{ends} sentences: {text}"


@rule("question")
def one_ask(question, catalog):
    """A question asks one thing: nothing joins two asks"""
    text = text_of(question)
    joined = JA_JOIN.search(text["ja"])
    if joined:
        yield f"“{joined[0]}” joins two asks: {text['ja']}"
    if len(JA_ASK.findall(text["ja"])) > 1:
        yield f"asks twice: {text['ja']}"
    if EN_ASK.search(text["en"]):
        yield f"asks twice: {text['en']}"


@rule("question")
def not_negated(question, catalog):
    """No question is put in the negative"""
    text = text_of(question)
    for language, pattern in (("ja", JA_NEGATED), ("en", EN_NEGATED)):
        if pattern.search(text[language]):
            yield f"negated: {text[language]}"


@rule("question")
def no_vague_words(question, catalog):
    """No question says 適切に or 必要に応じて, nor that in English"""
    for language, text in text_of(question).items():
        found = VAGUE[language].search(text)
        if found:
            yield f"“{found[0]}” says nothing: {text}"


@rule("question")
def asked_once(question, catalog):
    """No role gets one question text twice"""
    for role in question.get("roles", ()):
        for language, text in text_of(question).items():
            first = catalog.first_asked[role, language, text]
            if first != question:
                yield f"the role “{role}” is asked the same at {first}: {text}"


@rule("question")
def anchors(question, catalog):
    """A question has all three anchors or none, and no two of them are alike"""
    given = question.get("anchors")
    if given is None:
        return
    missing = [answer for answer in ANSWERS[:3] if not given.get(answer)]
    if missing:
        yield f"no anchor for {', '.join(missing)}"
        return
    for language in LANGUAGES:
        if len({given[answer].get(language) for answer in ANSWERS[:3]}) < 3:
            yield f"two anchors are alike ({language})"


# The controls

@rule("duty")
def scored_duties_asked(duty, catalog):
    """Every scored duty has exactly one question of the kind scale"""
    role = catalogs.duty_role(duty)
    asking = [question for question in duty.parent.get("questions", ())
              if role in question.get("roles", ()) and question.get("kind", "scale") == "scale"]
    if duty.value in catalogs.SCORED and not asking:
        yield f"the role “{role}” has the duty “{duty.value}” but no question"
    elif len(asking) > 1:
        yield f"the role “{role}” is asked by {len(asking)} questions of the kind scale"


@rule("control")
def help_given(control, catalog):
    """Every control has guidance, evidence and a suggested improvement"""
    missing = [name for name in ("guidance", "evidence", "improvement") if not all(text_of(control, name).values())]
    if missing:
        yield f"{', '.join(missing)} missing"
