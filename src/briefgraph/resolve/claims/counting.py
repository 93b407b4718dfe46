"""The words that numbers and dates are made of."""

from briefgraph.resolve.wordset import word_set

NUMBERS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
LARGE = {"thousand": 1_000, "million": 1_000_000, "billion": 10**9, "trillion": 10**12}
SCALES = LARGE | {
    "hundred": 100, "dozen": 12, "k": 1_000, "mn": 1_000_000, "mln": 1_000_000, "b": 10**9, "bn": 10**9, "bln": 10**9,
    "tn": 10**12, "trn": 10**12,
}  # fmt: skip
VAGUE = {"dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1_000, "millions": 10**6, "billions": 10**9}
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}
FRACTIONS = {"quarter": 0.25, "half": 0.5}
ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
LEAST = word_set("least more over exceed exceeding above")
MOST = word_set("most less fewer under below nearly almost")
ABOUT = word_set("about around roughly approximately some estimated approx circa")
MONTHS = {
    form: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
    for form in (name, name[:3])
} | {"sept": 9}
WEEKDAYS = {
    form: number
    for number, forms in enumerate(
        (
            "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri",
            "saturday sat", "sunday sun",
        )
    )
    for form in forms.split()
}  # fmt: skip
RELATIVE = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
SHIFTS = {"last": -1, "previous": -1, "past": -1, "this": 0, "same": 0, "next": 1, "coming": 1}
PERIODS = ("week", "month", "year", "quarter", "season", "weekend")
NUMBER_WORDS = NUMBERS.keys() | VAGUE.keys() | ORDINALS.keys()
DATE_WORDS = MONTHS.keys() | WEEKDAYS.keys() | RELATIVE.keys()
