"""Natural Earth's populated places -> places.geojson, with names a reader would use.

Natural Earth writes names in ASCII, counts provincial seats among the region
capitals, and files a few border towns under the wrong country; the tables
here put that right. Nothing is added that is not in Natural Earth.
"""
import json
import re
import unicodedata

import shapely

import tables

WINDOW = (-20, 0, 40, 38)       # west, south, east, north
LEAST_IMPORTANT = 7             # scalerank outside the focus countries

# Natural Earth's country of a place, where it is wrong. Places filed under
# Morocco but lying in Western Sahara are found by position.
COUNTRY = {"Saint-Louis": "SEN", "Kaedi": "MRT", "Moloundou": "CMR"}

# Positions more than 5 km off, with the town's position in the project's facts
# (events.json; for Arlit also bases.json).
POSITION = {"Arlit": (7.3853, 18.7369), "Tessalit": (1.0117, 20.2014)}

# Natural Earth has two capitals or the wrong one; no place is marked as capital
# in Israel, Palestine and Western Sahara.
CAPITAL = {"BEN": "Porto-Novo", "CIV": "Yamoussoukro", "ISR": None, "PSE": None, "ESH": None}

# Seats of the first-level regions drawn, as far as Natural Earth has them.
REGION_CAPITALS = {
    "MLI": "Gao Kayes Koulikoro Mopti Segou Sikasso Timbuktu",
    "NER": "Agadez Diffa Dosso Maradi Tahoua Tillaberi Zinder",
    "BFA": "Banfora Bobo_Dioulasso Dedougou Dori Fada_Ngourma Gaoua Kaya Koudougou Manga Ouahigouya Tenkodogo Ziniare",
    "TCD": "Abeche Am_Timan Ati Biltine Bol Bongor Doba Fada Faya_Largeau Lai Mao Mongo Moundou Pala Sarh",
    "MRT": "Akjoujt Aleg Atar Ayoun_el_Atrous Kaedi Kiffa Nema Nouadhibou Rosso Selibaby Tidjikdja Zouirat",
    "ESH": "",
}
REGION_CAPITALS = {c: {n.replace("_", " ") for n in v.split()} for c, v in REGION_CAPITALS.items()}

# Natural Earth's name (with @ISO3 where two places share it) = en|fr, or one name for both.
_NAMES = """
Bafoulabe=Bafoulabé
Djenne=Djenné
Menaka=Ménaka
Segou=Ségou
Taoudenni=Taoudenni|Taoudénit
Timbuktu=Timbuktu|Tombouctou
Yelimane=Yélimané
Birni Nkonni=Birni N'Konni
Goure=Gouré
Nguigmi=N'Guigmi
Tillaberi=Tillabéri
Bobo Dioulasso=Bobo-Dioulasso
Bogande=Bogandé
Dedougou=Dédougou
Diebougou=Diébougou
Fada Ngourma=Fada N'Gourma
Gorom Gorom=Gorom-Gorom
Koupela=Koupéla
Leo=Léo
Po=Pô
Reo=Réo
Ziniare=Ziniaré
Abeche=Abéché
Faya Largeau=Faya-Largeau
Kelo=Kélo
Lai=Laï
Ndjamena=N'Djamena
Oum Hadjer=Oum-Hadjer
Ayoun el Atrous=Ayoun el Atrous|Aïoun el-Atrouss
Bir Mogrein=Bir Moghrein
Bogue=Boghé
Fderik=F'Dérik
Kaedi=Kaédi
Magta Lajar=Magta Lahjar
Nema=Néma
Selibaby=Sélibaby
Tidjikdja=Tidjikja
Timbedra=Timbédra
Zouirat=Zouérat
Ad Dakhla=Dakhla
Dawra=Daora
Laayoune=Laâyoune
Algiers=Algiers|Alger
Bechar=Béchar
Bejaia=Béjaïa
El Golea=El Goléa
Ghardaia=Ghardaïa
I-n-Amenas=In Amenas
I-n-Salah=In Salah
Medea=Médéa
Saida@DZA=Saïda
Sefra=Aïn Sefra
Setif=Sétif
Sidi bel Abbes=Sidi Bel Abbès
Tebessa=Tébessa
Tiarat=Tiaret
Tlimcen=Tlemcen
Al Bayda=Bayda
Al Jawf=Kufra|Koufra
Al Khums=Khoms
Az Zawiyah=Zawiya|Zaouïa
Banghazi=Benghazi
Birak=Brak
Darnah=Derna
Ghadamis=Ghadames|Ghadamès
Hun=Hun|Houn
Marzuq=Murzuq|Mourzouq
Misratah=Misrata
Nalut=Nalut|Nalout
Sabha=Sabha|Sebha
Surt=Sirte|Syrte
Tubruq=Tobruk|Tobrouk
Zuwarah=Zuwara|Zouara
Alexandria=Alexandria|Alexandrie
Aswan=Aswan|Assouan
Asyut=Asyut|Assiout
Bur Safaga=Safaga
Bur Said=Port Said|Port-Saïd
Cairo=Cairo|Le Caire
Damanhûr=Damanhur|Damanhour
Dumyat=Damietta|Damiette
El Faiyum=Faiyum|Fayoum
El Giza=Giza|Gizeh
El Mansura=Mansoura|Mansourah
El Minya=Minya|Minieh
El Tur=El Tor
Ismailia=Ismailia|Ismaïlia
Luxor=Luxor|Louxor
Matruh=Marsa Matruh|Marsa Matrouh
Rashid=Rosetta|Rosette
Salum=Sallum|Saloum
Siwa=Siwa|Siouah
EdDamer=Ed Damer
Geneina=El Geneina|El-Geneina
El Fasher=El Fasher|El-Fasher
El Obeid=El Obeid|El-Obeid
Kadugli=Kadugli|Kadougli
Medani=Wad Madani
Niyala=Nyala
Omdurman=Omdurman|Omdourman
Port Sudan=Port Sudan|Port-Soudan
Wadi Halfa=Wadi Halfa|Ouadi Halfa
Juba=Juba|Djouba
Addis Ababa=Addis Ababa|Addis-Abeba
Gonder=Gondar
Massawa=Massawa|Massaoua
Beja=Béja
El Kef=El Kef|Le Kef
Gabes=Gabès
Qairouan=Kairouan
Qasserine=Kasserine
Er Rachidia=Errachidia
Fez=Fez|Fès
Goulimine=Guelmim
Kenitra=Kenitra|Kénitra
Ksar El Kebir=Ksar el-Kebir|Ksar el-Kébir
Marrakesh=Marrakesh|Marrakech
Meknes=Meknes|Meknès
Tan Tan=Tan-Tan
Tangier=Tangier|Tanger
Kedougou=Kédougou
Thies=Thiès
Boke=Boké
Kerouane=Kérouané
Labe=Labé
Nzerekore=Nzérékoré
Bouake=Bouaké
Ferkessedougou=Ferkessédougou
Grand Bassam=Grand-Bassam
Odienne=Odienné
San-Pedro=San-Pédro
Seguela=Séguéla
Soubre=Soubré
Atakpame=Atakpamé
Kpalime=Kpalimé
Lome=Lomé
Sokode=Sokodé
Abong Mbang=Abong-Mbang
Edea=Édéa
Eseka=Éséka
Limbe=Limbe|Limbé
Ngaoundere=Ngaoundéré
Yaounde=Yaoundé
Berberati=Berbérati
Bossembele=Bossembélé
Kaga Bandoro=Kaga-Bandoro
Mbaiki=Mbaïki
Ndele=Ndélé
Zemio=Zémio
Sembe=Sembé
Mekambo=Mékambo
Bafata=Bafatá|Bafata
Sao Tome=São Tomé|Sao Tomé
Almeria=Almería
Cadiz=Cádiz|Cadix
Cartagena=Cartagena|Carthagène
Cordoba=Córdoba|Cordoue
Granada=Granada|Grenade
Malaga=Málaga|Malaga
Murcia=Murcia|Murcie
Santa Cruz de Tenerife=Santa Cruz de Tenerife|Santa Cruz de Ténérife
Seville=Seville|Séville
Portimao=Portimão
Catania=Catania|Catane
Siracusa=Syracuse
Valletta=Valletta|La Valette
Athens=Athens|Athènes
Iraklio=Heraklion|Héraklion
Rodos=Rhodes
Sparti=Sparta|Sparte
Lemosos=Limassol
Nicosia=Nicosia|Nicosie
Adiyaman=Adıyaman
Eregli=Ereğli
Hatay=Antakya
Iskenderun=İskenderun
Samandagi=Samandağ
Sanliurfa=Şanlıurfa
Soke=Söke
Beirut=Beirut|Beyrouth
Trablous=Tripoli
Zahle=Zahlé
Aleppo=Aleppo|Alep
Ar Raqqah=Raqqa
Damascus=Damascus|Damas
Hamah=Hama
Hims=Homs
Tadmur=Palmyra|Palmyre
Tartus=Tartus|Tartous
Haifa=Haifa|Haïfa
Jerusalem=Jerusalem|Jérusalem
Nablus=Nablus|Naplouse
Tel Aviv-Yafo=Tel Aviv|Tel-Aviv
Al Aqabah=Aqaba
Al Karak=Kerak
Jeddah=Jeddah|Djeddah
Makkah=Mecca|La Mecque
Medina=Medina|Médine
"""
NAMES = {k: (v.split("|")[0], v.split("|")[-1])
         for k, v in (line.split("=") for line in _NAMES.strip().splitlines())}


def slug(text):
    ascii_text = unicodedata.normalize("NFD", text.replace("ı", "i")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text.replace("'", "")).strip("-")


def kind_of(name, country, featurecla):
    """capital, region-capital or town."""
    if country in CAPITAL:
        if CAPITAL[country] == name:
            return "capital"
    elif featurecla == "Admin-0 capital":
        return "capital"
    if country in REGION_CAPITALS:
        return "region-capital" if name in REGION_CAPITALS[country] else "town"
    return "region-capital" if "capital" in featurecla else "town"


def write(path, points, columns, sahara):
    """Choose, name and write the places, one a line, the important ones first."""
    shapely.prepare(sahara)
    used, features = set(), []
    for n, point in enumerate(points):
        name, rank = columns["name"][n], int(columns["scalerank"][n])
        country = COUNTRY.get(name) or tables.ISO.get(columns["adm0_a3"][n], columns["adm0_a3"][n])
        if country == "MAR" and sahara.contains(point):
            country = "ESH"
        lon, lat = POSITION.get(name) or (point.x, point.y)
        if not (WINDOW[0] <= lon <= WINDOW[2] and WINDOW[1] <= lat <= WINDOW[3]):
            continue
        kind = kind_of(name, country, columns["featurecla"][n])
        if rank > LEAST_IMPORTANT and country not in tables.FOCUS and kind != "capital":
            continue
        key = f"{name}@{country}" if f"{name}@{country}" in NAMES else name
        used.add(key)
        en, fr = NAMES.get(key, (name, name))
        features.append({
            "type": "Feature",
            "id": f"ne-{slug(en)}-{country.lower()}",
            "properties": {"name": {"en": en, "fr": fr}, "country": country, "kind": kind,
                           "rank": rank, "population": max(int(columns["pop_max"][n]), 0)},
            "geometry": {"type": "Point", "coordinates": [round(lon, 5), round(lat, 5)]},
        })
    unused = set(NAMES) - used
    assert not unused, f"names of places that are not there: {sorted(unused)}"
    features.sort(key=lambda f: (f["properties"]["rank"], f["id"]))
    lines = [json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features]
    with open(path, "w", encoding="utf-8") as fh:
        fh.write('{"type":"FeatureCollection","sahelscope":"places/1","features":[\n')
        fh.write(",\n".join(lines))
        fh.write("\n]}\n")
