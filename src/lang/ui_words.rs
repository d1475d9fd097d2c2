//! Words of the window, in both languages.
//!
//! Words of the map are in `words`; those of the facts' kinds stand beside their types.

words! {
    /// Command.
    PLAY_PAUSE = "Play or pause", "Lecture ou pause";
    /// Button.
    PLAY = "Play", "Lecture";
    /// Button.
    PAUSE = "Pause", "Pause";
    /// Command.
    NEXT_EVENT = "Next event", "Événement suivant";
    /// Command.
    PREVIOUS_EVENT = "Previous event", "Événement précédent";
    /// Command.
    NEXT_DAY = "A day later", "Un jour plus tard";
    /// Command.
    PREVIOUS_DAY = "A day earlier", "Un jour plus tôt";
    /// Command.
    NEXT_MONTH = "A month later", "Un mois plus tard";
    /// Command.
    PREVIOUS_MONTH = "A month earlier", "Un mois plus tôt";
    /// Command.
    NEXT_YEAR = "A year later", "Un an plus tard";
    /// Command.
    PREVIOUS_YEAR = "A year earlier", "Un an plus tôt";
    /// Command.
    FASTER = "Play faster", "Lecture plus rapide";
    /// Command.
    SLOWER = "Play slower", "Lecture plus lente";
    /// Command.
    GO_TO_DATE = "Go to a date", "Aller à une date";
    /// Command.
    ZOOM_IN = "Zoom in", "Agrandir la carte";
    /// Command.
    ZOOM_OUT = "Zoom out", "Réduire la carte";
    /// Command.
    HOME_VIEW = "Home view", "Vue d’ensemble";
    /// Command.
    MAP_WEST = "Move west", "Vers l’ouest";
    /// Command.
    MAP_EAST = "Move east", "Vers l’est";
    /// Command.
    MAP_NORTH = "Move north", "Vers le nord";
    /// Command.
    MAP_SOUTH = "Move south", "Vers le sud";
    /// Command.
    BY_ALLIANCE = "Countries by alliance", "Pays par alliance";
    /// Command.
    BY_AIRSPACE = "Countries by airspace", "Pays par espace aérien";
    /// Command.
    BY_TROOPS = "Countries by foreign troops", "Pays par troupes étrangères";
    /// Command.
    BY_RELATIONS = "Countries by relations", "Pays par relations";
    /// Command.
    BY_NOTHING = "Plain countries", "Pays sans thème";
    /// Choice.
    BY_ALLIANCE_SHORT = "Alliance", "Alliance";
    /// Choice.
    BY_AIRSPACE_SHORT = "Airspace", "Espace aérien";
    /// Choice.
    BY_TROOPS_SHORT = "Foreign troops", "Troupes étrangères";
    /// Choice.
    BY_RELATIONS_SHORT = "Relations", "Relations";
    /// Before the name of the country that relations are shown with.
    RELATIONS_WITH = "Relations with:", "Relations avec :";
    /// Choice.
    BY_NOTHING_SHORT = "None", "Aucun";
    /// Label of the choice.
    COUNTRIES_BY = "Countries by", "Pays par";
    /// Command.
    FOLD_LAYERS = "Layers panel", "Panneau des couches";
    /// Command.
    FOLD_INSPECTOR = "Inspector", "Panneau de détail";
    /// Command.
    FOLD_TIME = "Time lanes", "Frise du temps";
    /// Command.
    COPY_CITATION = "Copy citation", "Copier la citation";
    /// Command.
    GRATICULE = "Graticule", "Graticule";
    /// Command.
    BACK = "Back", "Vue précédente";
    /// Command.
    FORWARD = "Forward", "Vue suivante";
    /// Before the beginning of a text that is on the clipboard now.
    COPIED = "Copied:", "Copié :";
    /// Command.
    COPY_LINK = "Copy view link", "Copier le lien de la vue";
    /// Command.
    OPEN_LINK = "Open view link…", "Ouvrir un lien de vue…";
    /// Name of the field for a link.
    LINK_FIELD = "View link", "Lien de vue";
    /// In the empty field for a link.
    LINK_HINT = "Paste a view link, then Enter", "Collez un lien de vue, puis Entrée";
    /// Under the field for a link.
    NOT_A_LINK = "Not a view link: it begins with sahelscope:1?", "Ce n’est pas un lien de vue : il commence par sahelscope:1?";
    /// Above what was not understood in a link.
    LINK_PARTLY = "Not everything in the view link could be understood:", "Tout n’a pas pu être compris dans le lien de vue :";
    /// Pasted without a field.
    NO_LINK_COPIED = "There is no view link on the clipboard: it would begin with sahelscope:1?", "Le presse-papiers ne contient pas de lien de vue : il commencerait par sahelscope:1?";
    /// Menu of the bar.
    MORE = "More", "Plus";
    /// Command.
    OTHER_LANGUAGE = "Français", "English";
    /// Command.
    LIGHT_OR_DARK = "Light or dark", "Clair ou sombre";
    /// Command.
    LARGER = "Larger", "Plus grand";
    /// Command.
    SMALLER = "Smaller", "Plus petit";
    /// Command.
    USUAL_SIZE = "Usual size", "Taille normale";
    /// Command.
    ESCAPE = "Undo one thing", "Défaire une chose";
    /// Command and heading.
    KEYS = "Keys", "Touches";
    /// Command.
    QUIT = "Quit", "Quitter";
    /// Key.
    CTRL = "Ctrl", "Ctrl";
    /// Key.
    ALT = "Alt", "Alt";
    /// Key.
    SHIFT = "Shift", "Maj";
    /// Key.
    KEY_SPACE = "Space", "Espace";
    /// Key.
    KEY_LEFT = "Left", "Gauche";
    /// Key.
    KEY_RIGHT = "Right", "Droite";
    /// Key.
    KEY_UP = "Up", "Haut";
    /// Key.
    KEY_DOWN = "Down", "Bas";
    /// Key.
    KEY_HOME = "Home", "Début";
    /// Key.
    KEY_ESCAPE = "Esc", "Échap";
    /// Group of keys.
    GROUP_TIME = "Time", "Temps";
    /// Group of keys.
    GROUP_MAP = "Map", "Carte";
    /// Group of keys.
    GROUP_VIEWS = "Views", "Vues";
    /// Group of keys.
    GROUP_WINDOW = "Window", "Fenêtre";
    /// Under the list of keys.
    MOUSE_HINT = "Mouse: wheel zooms at the pointer, drag moves, click selects, double click zooms in, right click offers more. Tab and Enter reach everything.",
        "Souris : la molette zoome sous le pointeur, glisser déplace, un clic choisit, un double-clic agrandit, le clic droit propose plus. Tab et Entrée atteignent tout.";
    /// Button.
    CLOSE = "Close", "Fermer";
    /// Button.
    DISMISS = "Dismiss", "Masquer";
    /// Before the date, for screen readers.
    DATE_IS = "Date:", "Date :";
    /// Name of the date field.
    DATE_FIELD = "Go to date", "Aller à la date";
    /// Command, and the short form of the field's hint.
    SEARCH = "Search", "Rechercher";
    /// Command.
    ALL_COMMANDS = "All commands", "Toutes les commandes";
    /// In the field.
    SEARCH_HINT = "Search events, places, actors", "Rechercher événements, lieux, acteurs";
    /// Name of the list.
    SEARCH_RESULTS = "Search results", "Résultats de la recherche";
    /// Under the field before anything is typed.
    SEARCH_START = "Type a name, a place or a word, in English or French. Quotes keep words together; > lists the commands.",
        "Tapez un nom, un lieu ou un mot, en français ou en anglais. Les guillemets gardent les mots ensemble ; > liste les commandes.";
    /// Under the field.
    NOTHING_FOUND = "Nothing found. Try fewer words, another spelling, or the name in the other language.",
        "Rien trouvé. Essayez moins de mots, une autre orthographe ou le nom dans l’autre langue.";
    /// Under the field.
    NO_COMMAND = "No command is called that. Delete what follows > to see them all.",
        "Aucune commande ne porte ce nom. Effacez ce qui suit > pour les voir toutes.";
    /// Noun.
    RESULT_ONE = "result", "résultat";
    /// Noun.
    RESULT_MANY = "results", "résultats";
    /// Under the list.
    SEARCH_KEYS = "Up and Down choose, Enter opens, Esc closes", "Haut et Bas choisissent, Entrée ouvre, Échap ferme";
    /// Group of results.
    FOUND_COUNTRIES = "Countries", "Pays";
    /// Group of results.
    FOUND_BASES = "Bases", "Bases";
    /// Group of results.
    FOUND_MISSIONS = "Missions", "Missions";
    /// Group of results.
    FOUND_ACTORS = "Actors", "Acteurs";
    /// Group of results.
    FOUND_SKIES = "Skies", "Ciels";
    /// Group of results.
    FOUND_EVENTS = "Events", "Événements";
    /// Group of results.
    FOUND_TOWNS = "Towns", "Villes";
    /// Group of results.
    FOUND_COMMANDS = "Commands", "Commandes";
    /// Heading.
    LAYERS = "Layers", "Couches";
    /// Eye.
    HIDE = "Hide", "Masquer";
    /// Eye.
    SHOW = "Show", "Afficher";
    /// Menu of the map.
    SELECT = "Show details", "Afficher le détail";
    /// Menu of the map.
    ZOOM_TO = "Zoom to it", "Zoomer dessus";
    /// Menu of the map.
    COPY_NAME = "Copy the name", "Copier le nom";
    /// Precision.
    KNOWN_TO_DAY = "known to the day", "connu au jour près";
    /// Precision.
    KNOWN_TO_MONTH = "known to the month", "connu au mois près";
    /// Precision.
    KNOWN_TO_YEAR = "known to the year", "connu à l’année près";
    /// Noun.
    EVENT_ONE = "event", "événement";
    /// Noun.
    EVENT_MANY = "events", "événements";
    /// Noun.
    DAY_ONE = "day", "jour";
    /// Noun.
    DAY_MANY = "days", "jours";
    /// One base.
    BASE_ONE = "base", "base";
    /// Several bases.
    BASE_MANY = "bases", "bases";
    /// Noun.
    BASE_HELD_ONE = "foreign base held", "base étrangère tenue";
    /// Noun.
    BASE_HELD_MANY = "foreign bases held", "bases étrangères tenues";
    /// Noun.
    SKY_ONE = "sky closed", "ciel fermé";
    /// Noun.
    SKY_MANY = "skies closed", "ciels fermés";
    /// Noun.
    MISSION_ONE = "mission in place", "mission en place";
    /// Noun.
    MISSION_MANY = "missions in place", "missions en place";
    /// A base without a holder.
    NOT_HELD = "held by nobody this day", "tenue par personne ce jour";
    /// Title of a closed sky.
    SKY_CLOSED_TO_ALL = "sky closed to all flights", "ciel fermé à tous les vols";
    /// Title of a closed sky, before names.
    SKY_CLOSED_TO = "sky closed to", "ciel fermé à :";
    /// Close the inspector's thing.
    BACK_TO_DAY = "Back to the day", "Revenir au jour";
    /// Heading.
    WHO_AND_WHERE = "Who and where", "Qui et où";
    /// Before those concerned.
    TOWARDS = "concerning", "concernant";
    /// Place.
    NOT_KNOWN = "not known", "inconnu";
    /// Heading.
    FIGURE = "Figure", "Chiffre";
    /// After a number.
    PERSONS = "persons", "personnes";
    /// Before other names.
    ALSO_CALLED = "also", "aussi";
    /// Heading.
    HELD_THAT_DAY = "Held this day by", "Tenue ce jour par";
    /// Text.
    NOBODY_THAT_DAY = "No foreign force is known to hold it this day.", "Aucune force étrangère connue ne la tient ce jour.";
    /// Before a reason.
    WHY = "Why:", "Pourquoi :";
    /// Heading.
    WHO_IS_SHUT_OUT = "Who is shut out", "Qui est exclu";
    /// Before a name.
    DECIDED_BY = "decided by", "décidé par";
    /// Before a date.
    KNOWN_UNTIL = "Last shown in force by a source:", "Dernière source qui la montre en vigueur :";
    /// Before a date.
    UNTIL = "until", "jusqu’au";
    /// Text.
    END_NOT_KNOWN = "end not known", "fin inconnue";
    /// Kind.
    COUNTRY = "Country", "Pays";
    /// Heading.
    ALLIANCES = "Alliances", "Alliances";
    /// Text.
    NONE_THAT_DAY = "None this day.", "Aucune ce jour.";
    /// Heading.
    SKY_AND_BORDERS = "Sky and borders", "Ciel et frontières";
    /// Heading.
    SANCTIONS = "Sanctions in force", "Sanctions en vigueur";
    /// Heading.
    FOREIGN_TROOPS = "Foreign troops, latest figures", "Troupes étrangères, derniers chiffres";
    /// Heading.
    BASES_HELD = "Bases held by foreign forces", "Bases tenues par des forces étrangères";
    /// Heading.
    RELATIONS = "Relations", "Relations";
    /// Heading.
    THIS_DAY = "This day", "Ce jour";
    /// Heading of the inspector.
    GOING_ON = "Going on since before", "En cours depuis plus tôt";
    /// Heading.
    LATELY = "In the days before", "Dans les jours précédents";
    /// Text.
    NO_EVENT = "No event is recorded for this day.", "Aucun événement n’est consigné ce jour.";
    /// Text.
    NOT_COVERED = "The record does not cover this day.", "Les données ne couvrent pas ce jour.";
    /// Heading.
    WHO_IS_IN_WHAT = "Who is in what", "Qui est dans quoi";
    /// Heading.
    SKIES_CLOSED = "Skies closed", "Ciels fermés";
    /// Heading.
    LARGEST_FORCES = "Largest foreign forces", "Plus grandes forces étrangères";
    /// At the end of the day's page.
    SELECT_HINT = "Click a country, a base or an event on the map to read more.", "Cliquez un pays, une base ou un événement sur la carte pour en savoir plus.";
    /// Heading.
    SOURCES = "Sources", "Sources";
    /// In a tooltip.
    NO_ADDRESS = "no address", "sans adresse";
    /// Speed.
    SPEED = "Speed", "Vitesse";
    /// Speed.
    SPEED_DAY = "1 day / s", "1 jour / s";
    /// Speed.
    SPEED_WEEK = "1 week / s", "1 semaine / s";
    /// Speed.
    SPEED_MONTH = "1 month / s", "1 mois / s";
    /// Speed.
    SPEED_QUARTER = "3 months / s", "3 mois / s";
    /// Speed.
    SPEED_YEAR = "1 year / s", "1 an / s";
    /// Trail.
    NO_TRAIL = "No trail", "Sans traîne";
    /// Before a number of days.
    TRAIL = "Trail", "Traîne";
    /// Tooltip.
    TRAIL_HINT = "How long past events stay on the map", "Durée d’affichage des événements passés";
    /// Strip.
    WHOLE_RECORD = "Whole record", "Ensemble";
    /// Before a date.
    RECORD_ENDS = "record ends", "fin des données :";
    /// Name of the lanes.
    LANES = "Time lanes", "Frise du temps";
    /// Lane.
    LANE_AIRSPACE = "Closed skies", "Ciels fermés";
    /// Lane.
    LANE_ALLIANCES = "Alliances", "Alliances";
    /// Lane.
    LANE_TROOPS = "Troops", "Troupes";
    /// Lane.
    LANE_PACTS = "Skies, alliances", "Ciels, alliances";
    /// Lane.
    LANE_POWER = "Coups, attacks", "Coups, attaques";
    /// Lane.
    LANE_DIPLOMACY = "Diplomacy", "Diplomatie";
    /// Above the complaints about a data folder.
    DATA_REFUSED = "The data folder has faults, so the shipped data are shown:", "Le dossier de données a des défauts ; les données livrées sont affichées :";
    /// Before the name of a settings file.
    SETTINGS_BAD = "The settings could not be read and were set aside as", "Les réglages étaient illisibles et ont été mis de côté sous";
    /// Settings cannot be saved.
    SETTINGS_UNSAVED = "The settings could not be saved:", "Les réglages n’ont pas pu être enregistrés :";
    /// A part of the window, for screen readers.
    PART_LEFT = "Layers and filters", "Couches et filtres";
    /// A part of the window, for screen readers.
    PART_MAP = "The map", "La carte";
    /// A part of the window, for screen readers.
    PART_RIGHT = "What is selected", "Ce qui est sélectionné";
    /// A part of the window, for screen readers.
    PART_TIME = "Time", "Temps";
    /// Command.
    NEXT_PART = "To the next part of the window", "À la partie suivante de la fenêtre";
    /// Command.
    PART_BEFORE = "To the part before", "À la partie précédente";
}
