"""Who is on the stage beside the demo's people, and the places that the demo lacks."""

from __future__ import annotations

from bot.terms import Profile

HERE, NEAR, FAR, AWAY = "jean-moulin", "louise-michel", "jules-verne", "jules-ferry"
WAITS = "capella"  #: a pupil for whom nobody said yes yet
PLACES = (
    ("lille", "ode", "rectorat", "Académie de Lille"),
    ("somme", "amiens", "dsden", "DSDEN de la Somme"),
    ("abbeville", "somme", "circonscription", "Circonscription d’Abbeville"),
    (AWAY, "abbeville", "school", "École Jules-Ferry"),
    (f"{AWAY}/CP", AWAY, "class", "CP"),
)
#: login, mark, profile, where, functions
PEOPLE: tuple[tuple[str, str, Profile, str, tuple[tuple[str, str], ...]], ...] = (
    ("altair", "Altair", Profile.STUDENT, f"{HERE}/CP", ()),
    ("mizar", "Mizar", Profile.TEACHER, HERE, ()),
    ("rigel", "Rigel", Profile.STUDENT, f"{NEAR}/CE2", ()),
    ("procyon", "Procyon", Profile.STUDENT, f"{FAR}/CP", ()),
    ("vega", "Vega", Profile.STUDENT, f"{AWAY}/CP", ()),
    ("deneb", "Deneb", Profile.STUDENT, f"{HERE}/CP", ()),
    (WAITS, "Capella", Profile.STUDENT, f"{HERE}/CP", ()),
    ("agent", "Agent", Profile.PERSONNEL, HERE, ()),
    ("invite", "Invite", Profile.GUEST, HERE, ()),
    ("danei2", "Danei", Profile.PERSONNEL, "", (("danei", "somme"),)),
    ("plateforme2", "Plateforme", Profile.PERSONNEL, "", (("plateforme", "lille"),)),
    ("directeur4", "Ferry", Profile.TEACHER, "", (("director", AWAY),)),
    ("double", "Double", Profile.TEACHER, NEAR, ()),
    ("double2", "Doublet", Profile.TEACHER, "", (("director", HERE),)),
)
MARKED = 7  #: so many of them, whose names stand for nothing that they do
#: on which Telegram account each of them is linked; those who are not named are linked nowhere
PHONES = {
    "directeur4": 5_100_008,  # before the pupil whom this one says yes for
    "rigel": 5_100_001,
    "procyon": 5_100_002,
    "vega": 5_100_003,
    "agent": 5_100_004,
    "invite": 5_100_005,
    "danei2": 5_100_006,
    "plateforme2": 5_100_007,
    "lea.martin": 5_100_009,
    "double": 5_100_010,
    "double2": 5_100_010,
    WAITS: 5_100_011,
}
#: two accounts of each place that may be one person's; the demo has those of the first
TWINS = {
    "here": ("zoe.pereira", "zoe.da-silva-pereira"),
    "near": ("rigel", "yasmine.haddad"),
    "away": ("vega", "directeur4"),
    "none": ("nemo", "nemo"),
}
#: those that the demo lacks, in both directions
TWINNED = [two for kind in ("near", "away") for two in (TWINS[kind], TWINS[kind][::-1])]
