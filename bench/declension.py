"""Ukrainian names in the cases that the patterns of bench/silver/uk.txt ask for, roughly."""

import re

# Ending -> endings of genitive, dative, accusative, instrumental, locative; the longest that fits is taken.
MAN = {
    "ський": "ського ському ського ським ському", "цький": "цького цькому цького цьким цькому",
    "ий": "ого ому ого им ому", "ів": "ова ову ова овим ові", "о": "а у а ом ові", "ій": "ія ію ія ієм ії",
    "й": "я ю я єм єві", "ець": "ця цю ця цем цеві", "ь": "я ю я ем еві", "я": "і і ю ею і", "ка": "ки ці ку кою ці", "а": "и і у ою і",
    "і": "і і і і і", "у": "у у у у у", "е": "е е е е е", "и": "и и и и и", "ю": "ю ю ю ю ю", "": "а у а ом ові",
}  # fmt: skip
WOMAN = {
    "ська": "ської ській ську ською ській", "ова": "ової овій ову овою овій", "ева": "евої евій еву евою евій", "іна": "іної іній іну іною іній",
    "ія": "ії ії ію ією ії", "я": "і і ю ею і", "ка": "ки ці ку кою ці", "га": "ги зі гу гою зі", "а": "и і у ою і", "": "     ",
}  # fmt: skip
PLACE = {
    "київ": "києва києву київ києвом києві", "ів": "ова ову ів овом ові", "ськ": "ська ську ськ ськом ську", "а": "и і у ою і",
    "ка": "ки ці ку кою ці", "га": "ги зі гу гою зі", "ія": "ії ії ію ією ії", "я": "і і ю ею і", "ль": "ля лю ль лем лі", "ь": "і і ь сю і",
    "о": "а у о ом і", "е": "ого ому е им ому", "ий": "ого ому ий им ому", "и": "ів ам и ами ах", "і": "ів ам і ями ях", "й": "я ю й єм ї",
    "щина": "щини щині щину щиною щині", "ша": "ші ші шу шею ші", "": "а у  ом і",
}  # fmt: skip
CASES = {"n": -1, "g": 0, "d": 1, "a": 2, "i": 3, "l": 4}
FEMININE = {"g": "ої", "l": "ій"}
HEADS = {
    "head_gf": ("комісії", "служби", "ради", "прокуратури", "адміністрації", "поліції", "партії", "спілки", "академії", "асоціації"),
    "head_lf": ("комісії", "службі", "раді", "прокуратурі", "адміністрації", "поліції", "партії", "спілці", "академії", "асоціації"),
    "head_gm": ("комітету", "суду", "банку", "університету", "фонду", "інституту", "департаменту", "парламенту", "музею", "союзу"),
    "uni": ("Київського університету", "Львівської політехніки", "КНУ ім. Шевченка", "Національного університету", "Острозької академії",
            "Одеської філармонії", "Інституту історії", "ХНУ імені Каразіна"),
    "uni_n": ("Київський університет", "Львівську політехніку", "Острозьку академію", "КПІ", "Харківський університет", "Одеську консерваторію"),
}  # fmt: skip


def case(word, table, which):
    """The word in a case, by the longest ending in the table."""
    if which == "n" or not word or word.isupper():
        return word
    for size in range(min(5, len(word)), -1, -1):
        ending = word[len(word) - size :].lower() if size else ""
        if ending in table:
            new = table[ending].split(" ")[CASES[which]]
            if size == len(word):
                return new.capitalize()
            same = table is WOMAN and not ending
            return word if same else word[: len(word) - size] + new
    return word


def cased(words, table, which):
    return " ".join(case(word, table, which) for word in words.split())


def declined(name, sets, draw):
    """What stands for a slot that names a kind and a case."""
    if name in HEADS:
        return pick(HEADS[name], draw)
    kind, which = name[:-1], name[-1]
    if name in ("Gm", "Gf", "I"):
        drawn = draw("given_m" if name != "Gf" else "given_f")
        return drawn[0] if name == "I" else drawn
    if name == "mn_plural":
        return draw("sur_m")
    if name == "land_g":
        return cased(draw("land"), PLACE, "g")
    if name in ("adj_g", "adj_l"):
        return re.sub("а$", FEMININE[which], draw("adj_f"))
    if name == "adj_gm":
        return re.sub("ий$", "ого", draw("adj_m"))
    return KINDS[kind](which, draw)


def pick(words, draw):
    """One of the words, by the chance that draws a given name."""
    return words[sum(map(ord, draw("given_m") + draw("given_f"))) % len(words)]


KINDS = {
    "M": lambda w, draw: case(draw("given_m"), MAN, w) + " " + case(draw("sur_m"), MAN, w),
    "F": lambda w, draw: case(draw("given_f"), WOMAN, w) + " " + case(draw("sur_f"), WOMAN, w),
    "m": lambda w, draw: case(draw("sur_m"), MAN, w),
    "f": lambda w, draw: case(draw("sur_f"), WOMAN, w),
    "Gm": lambda w, draw: case(draw("given_m"), MAN, w),
    "Gf": lambda w, draw: case(draw("given_f"), WOMAN, w),
    "c": lambda w, draw: cased(draw("city"), PLACE, w),
    "l": lambda w, draw: cased(draw("land"), PLACE, w),
}
