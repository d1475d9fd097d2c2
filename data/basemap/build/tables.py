"""Names and decisions: everything in the basemap that a person chose."""

FOCUS = ("MLI", "NER", "BFA", "TCD", "MRT")

# Natural Earth's own country codes -> ISO 3166-1 (Kosovo: the usual user code).
ISO = {"SAH": "ESH", "SDS": "SSD", "PSX": "PSE", "KOS": "XKX"}

STATUS = {"ESH": "disputed", "PSE": "disputed", "SOL": "breakaway", "CYN": "breakaway", "XKX": "breakaway"}

# Territories without an ISO code, and CLDR names that read badly on a map.
COUNTRY_NAMES = {
    "SOL": ("Somaliland", "Somaliland"),
    "CYN": ("Northern Cyprus", "Chypre du Nord"),
    "CNM": ("UN Buffer Zone (Cyprus)", "Zone tampon (Chypre)"),
    "WSB": ("Akrotiri", "Akrotiri"),
    "ESB": ("Dhekelia", "Dhekelia"),
    "COG": ("Congo (Brazzaville)", "Congo (Brazzaville)"),
    "COD": ("DR Congo", "RD Congo"),
}

# ---------------------------------------------------------------- disputed areas

# Abyei as awarded by the Permanent Court of Arbitration in 2009: this box, cut
# by the Sudan - South Sudan line.
ABYEI_BOX = (27.8333, 9.2, 29.0, 10.1667)

DISPUTED = {
    "ESH": {
        "name": {"en": "Western Sahara", "fr": "Sahara occidental"},
        "note": {
            "en": "Non-self-governing territory on the UN list; claimed by Morocco and the Sahrawi Republic, divided by the berm.",
            "fr": "Territoire non autonome selon la liste de l’ONU ; revendiqué par le Maroc et la République sahraouie, divisé par le mur de sable.",
        },
    },
    "ABYEI": {
        "over": "SDN",
        "name": {"en": "Abyei", "fr": "Abyei"},
        "note": {
            "en": "Claimed by Sudan and South Sudan; limits of the 2009 award of the Permanent Court of Arbitration.",
            "fr": "Revendiqué par le Soudan et le Soudan du Sud ; limites de la sentence de 2009 de la Cour permanente d’arbitrage.",
        },
    },
}

# Stretches of a border that are disputed though Natural Earth has one class for the whole: east of a
# longitude. Egypt holds to the 22nd parallel of 1899, Sudan to the administrative line of 1902 north of
# it (International Boundary Study 18, US Department of State, 1962). Between them lies the Hala'ib
# Triangle, whose southern edge runs 290 km along the parallel (Wikipedia, "Hala'ib Triangle"): from the
# Red Sea at 36.88 E that is to 34.07 E.
DISPUTED_EAST_OF = {frozenset(("EGY", "SDN")): 34.07}

# Disputed areas that are named on the map, the country whose polygon holds them, and about where. Of
# Hala'ib and Ilemi only lines are drawn.
DISPUTED_NAMES = [
    ("ABYEI", "SDN", {"en": "Abyei", "fr": "Abyei"}, (28.42, 9.75)),
    ("HALAIB", "EGY", {"en": "Hala’ib Triangle", "fr": "Triangle de Hala’ib"}, (35.52, 22.47)),
    ("ILEMI", "SSD", {"en": "Ilemi Triangle", "fr": "Triangle d’Ilemi"}, (35.35, 4.95)),
]

# ---------------------------------------------------------------- first-level regions

# Burkina Faso: the provinces of each of the 13 regions of 2001 - July 2025.
BFA_REGIONS = {
    "Boucle du Mouhoun": "Balé Banwa Kossi Mouhoun Nayala Sourou",
    "Cascades": "Comoé Léraba",
    "Centre": "Kadiogo",
    "Centre-Est": "Boulgou Koulpélogo Kouritenga",
    "Centre-Nord": "Bam Namentenga Sanmatenga",
    "Centre-Ouest": "Boulkiemdé Sanguié Sissili Ziro",
    "Centre-Sud": "Bazéga Nahouri Zoundwéogo",
    "Est": "Gnagna Gourma Komondjari Kompienga Tapoa",
    "Hauts-Bassins": "Houet Kénédougou Tuy",
    "Nord": "Loroum Passoré Yatenga Zondoma",
    "Plateau-Central": "Ganzourgou Kourwéogo Oubritenga",
    "Sahel": "Oudalan Séno Soum Yagha",
    "Sud-Ouest": "Bougouriba Ioba Noumbiel Poni",
}
BFA_PROVINCES = {p: region for region, ps in BFA_REGIONS.items() for p in ps.split()}

# Spellings of the source -> the usual local (French) ones.
REGION_NAMES = {
    "Mou Houn": "Mouhoun", "Komoé": "Comoé", "Comoe": "Comoé",
    "Timbuktu": "Tombouctou", "Ville de N'Djamena": "N'Djamena", "Barh El Gazel": "Barh el Gazel",
}


def region_name(iso, name):
    name = REGION_NAMES.get(name, name)
    return BFA_PROVINCES[name] if iso == "BFA" and name not in BFA_REGIONS else name


# ---------------------------------------------------------------- rivers and lakes

# Natural Earth's name as Magics ships it (every non-ASCII letter is a "?") -> en|fr.
# A name that is not here is used as it is in both languages.
_RIVERS = """
Abay=Blue Nile|Nil Bleu
Abay (Blue Nile)=Blue Nile|Nil Bleu
El Bahr el Azraq  (Blue Nile)=Blue Nile|Nil Bleu
El Bahr el Abyad  (White Nile)=White Nile|Nil Blanc
Bahr el Jebel  (White Nile)=White Nile|Nil Blanc
Bahr el Jebel  (Mountain Nile)=Bahr el Jebel|Bahr el-Djebel
Nile=Nile|Nil
Albert Nile=Albert Nile|Nil Albert
Victoria Nile=Victoria Nile|Nil Victoria
Damietta Branch=Damietta Branch|Branche de Damiette
Rosetta Branch=Rosetta Branch|Branche de Rosette
Bahr el  Zeraf=Bahr el Zeraf|Bahr el-Zeraf
S?n?gal=Senegal|Sénégal
Gambia=Gambia|Gambie
G?ba=Geba|Geba
Mouhoun  (Black Volta)=Black Volta|Volta Noire
Nakanb? (White Volta)=White Volta|Volta Blanche
Komo?=Comoé|Comoé
Bandama Blanc=White Bandama|Bandama Blanc
Baoul?=Baoulé|Baoulé
Bago?=Bagoé|Bagoé
Ou?m?=Ouémé|Ouémé
St. Paul=Saint Paul|Saint-Paul
Benue=Benue|Bénoué
B?nou?=Benue|Bénoué
Komadugu Yobe=Komadugu Yobe|Komadougou Yobé
Kad??=Kadéï|Kadéï
A?na=Aïna|Aïna
Ogoou?=Ogooué|Ogooué
Aoukal?=Aoukalé|Aoukalé
Congo=Congo|Congo
Lualaba (Congo)=Lualaba|Lualaba
Ubangi=Ubangi|Oubangui
Uele=Uele|Uélé
Bomu=Mbomou|Mbomou
Kasai=Kasai|Kasaï
Tekeze=Tekeze|Tekezé
Awash=Awash|Aouache
Jubba=Jubba|Jubba
Shabeelle=Shebelle|Shebelle
Shebele=Shebelle|Shebelle
Jordan=Jordan|Jourdain
Al Furat=Euphrates|Euphrate
Firat=Euphrates|Euphrate
Euphrates=Euphrates|Euphrate
Dicle=Tigris|Tigre
Tigris=Tigris|Tigre
Tajo=Tagus|Tage
Tejo (Tagus)=Tagus|Tage
Suez Canal=Suez Canal|Canal de Suez
Ismailiya Canal=Ismailia Canal|Canal d’Ismaïlia
Hindiyah Channel=Hindiya Channel|Canal d’al-Hindiya
Kiz?lirmak=Kızılırmak|Kızılırmak
Byk Menderes=Büyük Menderes|Büyük Menderes
Zncara=Záncara|Záncara
Z?ncara=Záncara|Záncara
"""
RIVERS = {k: dict(zip(("en", "fr"), v.split("|")))
          for k, v in (line.split("=") for line in _RIVERS.strip().splitlines())}


def river_name(name):
    return (RIVERS.get(name) or {"en": name, "fr": name}) if name else None


# The source has no lake names: centre of the lake, then en|fr.
_LAKES = """
14.49 13.07 Lake Chad|Lac Tchad
-4.16 15.34 Lake Debo|Lac Débo
-0.15 7.52 Lake Volta|Lac Volta
4.55 10.32 Kainji Reservoir|Lac de Kainji
-5.59 7.42 Lake Kossou|Lac de Kossou
-7.11 6.51 Lake Buyo|Lac de Buyo
12.82 6.40 Mbakaou Reservoir|Lac de Mbakaou
32.34 22.89 Lake Nasser|Lac Nasser
32.41 30.32 Great Bitter Lake|Grand Lac Amer
34.48 11.59 Roseires Reservoir|Réservoir de Roseires
35.91 14.79 Khashm el Girba Reservoir|Réservoir de Khashm el-Girba
37.30 12.02 Lake Tana|Lac Tana
37.93 6.34 Lake Abaya|Lac Abaya
37.64 5.84 Lake Chamo|Lac Chamo
36.87 4.68 Chew Bahir|Chew Bahir
42.42 11.67 Lake Assal|Lac Assal
41.77 11.19 Lake Abbe|Lac Abbé
36.18 3.58 Lake Turkana|Lac Turkana
30.92 1.64 Lake Albert|Lac Albert
29.60 -0.35 Lake Edward|Lac Édouard
33.01 1.47 Lake Kyoga|Lac Kyoga
32.70 1.74 Lake Kwania|Lac Kwania
32.90 -1.10 Lake Victoria|Lac Victoria
29.09 -2.02 Lake Kivu|Lac Kivu
29.88 -6.21 Lake Tanganyika|Lac Tanganyika
18.30 -2.00 Lake Mai-Ndombe|Lac Mai-Ndombe
18.01 -0.79 Lake Tumba|Lac Tumba
10.09 -0.96 Lake Onangué|Lac Onangué
35.49 31.53 Dead Sea|Mer Morte
35.44 31.16 Dead Sea|Mer Morte
35.59 32.81 Sea of Galilee|Lac de Tibériade
"""
LAKES = [(float(x), float(y), dict(zip(("en", "fr"), n.split("|"))))
         for x, y, n in (line.split(" ", 2) for line in _LAKES.strip().splitlines())]
