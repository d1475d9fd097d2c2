//! Words of the export dialog and of what can go wrong with an export, in both languages.
//!
//! `{}` stands for a number, a name or a path.

words! {
    /// Command, button and heading.
    EXPORT = "Export", "Exporter";
    /// Command and button.
    COPY_PICTURE = "Copy picture", "Copier l’image";
    /// Choice of what is made.
    PICTURE = "Picture", "Image";
    /// Choice of what is made.
    FILM = "Film", "Film";
    /// Choice of what is made.
    SERIES = "Series", "Série";
    /// Label.
    WHAT = "What", "Quoi";
    /// Label.
    FORMAT = "Format", "Format";
    /// Choice of a file.
    PNG_FOLDER = "PNG folder", "Dossier PNG";
    /// Choice of a file.
    HTML_PAGE = "HTML page", "Page HTML";
    /// Label.
    SIZE = "Size", "Taille";
    /// Preset.
    SLIDE = "Slide 16:9, 1080p", "Diapositive 16:9, 1080p";
    /// Preset.
    SLIDE_4K = "Slide 16:9, 4K", "Diapositive 16:9, 4K";
    /// Preset.
    VIDEO = "Video 16:9, 720p", "Vidéo 16:9, 720p";
    /// Preset.
    SQUARE = "Square, 1080 px", "Carré, 1080 px";
    /// Preset.
    A4 = "A4 landscape, 300 dpi", "A4 paysage, 300 ppp";
    /// Preset.
    A4_PORTRAIT = "A4 portrait, 300 dpi", "A4 portrait, 300 ppp";
    /// Preset.
    A3 = "A3 landscape, 300 dpi", "A3 paysage, 300 ppp";
    /// Preset.
    A3_PORTRAIT = "A3 portrait, 300 dpi", "A3 portrait, 300 ppp";
    /// Choice of a size.
    OWN_SIZE = "Custom…", "Personnalisée…";
    /// Field.
    WIDTH = "Width", "Largeur";
    /// Field.
    HEIGHT = "Height", "Hauteur";
    /// Label of the choice of pixels or millimetres.
    UNIT = "Unit", "Unité";
    /// Unit.
    PX = "px", "px";
    /// Unit.
    MM = "mm", "mm";
    /// Pixels an inch.
    DPI = "dpi", "ppp";
    /// Label.
    LETTERS = "Letters", "Lettres";
    /// Choice of the letters of an SVG.
    AS_TEXT = "As text", "En texte";
    /// Choice of the letters of an SVG.
    AS_OUTLINES = "As outlines", "En tracés";
    /// Label of the part of the map.
    MAP_PART = "Map", "Carte";
    /// Choice of the part of the map.
    AS_SEEN = "As in the window", "Comme à l’écran";
    /// Choice of the part of the map.
    WHOLE_SAHEL = "Whole Sahel", "Tout le Sahel";
    /// Choice of the part of the map, of a series of countries or events.
    EACH_ITS_PLACE = "Each its place", "Chacun son lieu";
    /// Label.
    LANGUAGE = "Language", "Langue";
    /// Choice: the language or the colours of the window.
    AS_WINDOW = "As the window", "Comme la fenêtre";
    /// Language.
    ENGLISH = "English", "English";
    /// Language.
    FRENCH = "Français", "Français";
    /// Label.
    COLOURS = "Colours", "Couleurs";
    /// Colours.
    LIGHT = "Light", "Clair";
    /// Colours.
    DARK = "Dark", "Sombre";
    /// Colours.
    PRINT = "Print", "Impression";
    /// Colours.
    PROJECTOR = "Projector", "Projecteur";
    /// Heading of the parts of a picture.
    SHOWN = "Shown on it", "Ce qui y figure";
    /// Part.
    TITLE = "Title and date", "Titre et date";
    /// Part.
    TEXT = "Text", "Texte";
    /// Part.
    LEGEND = "Legend", "Légende";
    /// Part.
    SCALE = "Scale", "Échelle";
    /// Part.
    SOURCES = "Sources", "Sources";
    /// Part.
    CREDIT = "Credit", "Crédits";
    /// Part.
    LOCATOR = "Locator map", "Carte de situation";
    /// Part.
    GRATICULE = "Graticule", "Graticule";
    /// Part.
    NAMES = "Names", "Noms";
    /// Part.
    BASES = "Bases", "Bases";
    /// Part.
    MOVEMENTS = "Movements", "Mouvements";
    /// Part.
    EVENTS = "Events", "Événements";
    /// Part.
    SKIES = "Closed skies", "Ciels fermés";
    /// Part.
    STRIP = "Strip of time", "Bande du temps";
    /// Heading.
    ALSO_WRITE = "Written beside it", "À côté de l’image";
    /// Choice.
    ALT_TEXT = "Alt text, .txt", "Texte alternatif, .txt";
    /// Choice.
    TABLE = "Table, .csv", "Tableau, .csv";
    /// Heading.
    TIME = "Time", "Temps";
    /// Field.
    FROM = "From", "Du";
    /// Field.
    TO = "To", "Au";
    /// Label.
    STEP = "Step", "Pas";
    /// Step.
    MONTH = "Month", "Mois";
    /// Step.
    WEEK = "Week", "Semaine";
    /// Step.
    DAY = "Day", "Jour";
    /// Step.
    DAYS = "Days…", "Jours…";
    /// Step.
    BY_EVENTS = "Next event", "Événement suivant";
    /// Field of a number of days.
    NUMBER_OF_DAYS = "Number of days", "Nombre de jours";
    /// Label.
    FPS = "Frames a second", "Images par seconde";
    /// Label: seconds on days of events.
    HOLD = "Stop on events, s", "Arrêt sur événement, s";
    /// Choice.
    GENTLE = "Slow at stops", "Ralentir aux arrêts";
    /// Label.
    ONE_PER = "One a", "Une par";
    /// One picture an event.
    EVENT = "Event", "Événement";
    /// One picture a country.
    COUNTRY = "Country", "Pays";
    /// Field.
    FOLDER = "Folder", "Dossier";
    /// Field.
    NAME = "Name", "Nom";
    /// Button: the system's own dialog.
    CHOOSE = "Choose…", "Choisir…";
    /// Button.
    STOP = "Cancel", "Annuler";
    /// Button of a question.
    REPLACE = "Replace", "Remplacer";
    /// Button of a question.
    OTHER_NAME = "Use another name", "Prendre un autre nom";
    /// Button of a question.
    MAKE_ANYWAY = "Make it", "Le faire";
    /// Button.
    OPEN_FOLDER = "Open folder", "Ouvrir le dossier";
    /// Button.
    COPY_PATH = "Copy path", "Copier le chemin";
    /// Picture for screen readers.
    PREVIEW = "Preview", "Aperçu";
    /// Slider under the preview.
    PREVIEWED_DAY = "Day in the preview", "Jour de l’aperçu";
    /// In the place of a preview that cannot be drawn.
    NO_PREVIEW = "No preview: see what is marked at the right.", "Pas d’aperçu : voir ce qui est signalé à droite.";
    /// While the preview is drawn.
    DRAWING = "Drawing…", "Dessin en cours…";
    /// Name of the progress bar.
    PROGRESS = "Progress", "Avancement";
    /// Before a path.
    WRITTEN = "Written:", "Écrit :";
    /// After a picture is on the clipboard.
    PICTURE_COPIED = "picture, {} px", "image, {} px";
    /// While a job runs.
    FRAMES_DONE = "{} of {}", "{} sur {}";
    /// While a job runs.
    SECONDS_LEFT = "{} s left", "encore {} s";
    /// While a job runs.
    MINUTES_LEFT = "{} min left", "encore {} min";
    /// A film comes to so much: frames, seconds, megabytes.
    COMES_TO = "{} frames, {} s, about {} MB", "{} images, {} s, environ {} Mo";
    /// A series comes to so much.
    PICTURES = "{} pictures", "{} images";
    /// Question.
    IS_THERE = "{} is there already.", "{} existe déjà.";
    /// Question.
    SOME_ARE_THERE = "{} of the pictures are there already.", "{} des images existent déjà.";
    /// Question.
    IS_LONG = "The film has {} frames, lasts {} s and takes about {} MB.", "Le film compte {} images, dure {} s et pèse environ {} Mo.";
    /// Question.
    ARE_MANY = "The series has {} pictures.", "La série compte {} images.";
    /// Fault.
    NO_NAME = "The file needs a name.", "Il faut un nom de fichier.";
    /// Fault.
    BAD_NAME = "A file cannot have that name.", "Un fichier ne peut pas porter ce nom.";
    /// Fault.
    NO_FOLDER = "There is no folder {}.", "Le dossier {} n’existe pas.";
    /// Fault.
    IS_FOLDER = "{} is a folder; the file needs a name of its own.", "{} est un dossier ; il faut un nom de fichier.";
    /// Fault.
    IS_FILE = "{} is a file; a folder is needed.", "{} est un fichier ; il faut un dossier.";
    /// Fault, before the reason.
    CANNOT_WRITE = "Cannot write {}:", "Impossible d’écrire {} :";
    /// Reason.
    DISK_FULL = "the disk is full.", "le disque est plein.";
    /// Reason.
    NOT_PERMITTED = "that is not permitted.", "c’est interdit.";
    /// Reason.
    READ_ONLY = "it is on a read-only disk.", "le disque est en lecture seule.";
    /// Reason.
    NOT_THERE = "it is not there.", "cet emplacement n’existe pas.";
    /// Reason.
    NO_DIRECTORY = "it is no folder.", "ce n’est pas un dossier.";
    /// Fault.
    SIZE_MM = "A side has {} to {} mm.", "Un côté mesure de {} à {} mm.";
    /// Fault.
    SIZE_PIXELS = "A side has 1 to {} pixels, a picture {} million at most.", "Un côté compte de 1 à {} pixels, une image {} millions au plus.";
    /// Fault.
    SIZE_SIDES = "A side has 1 to {} pixels.", "Un côté compte de 1 à {} pixels.";
    /// Fault.
    SIZE_PAGE = "A page of a PDF has {} mm a side at most; this would be {} by {} mm.", "Une page PDF a {} mm de côté au plus ; celle-ci aurait {} sur {} mm.";
    /// Fault.
    BACKWARDS = "The last day is before the first.", "Le dernier jour précède le premier.";
    /// Fault.
    TOO_MANY_FRAMES = "That would be {} frames.", "Cela ferait {} images.";
    /// Fault.
    MOST_FRAMES = "A film has {} at most: choose a longer step.", "Un film en compte {} au plus : choisissez un pas plus long.";
    /// Fault.
    GIF_RATE = "A GIF has {} frames a second at most.", "Un GIF compte {} images par seconde au plus.";
    /// Fault.
    NO_EVENT = "Nothing is recorded between these days.", "Rien n’est consigné entre ces jours.";
    /// Fault.
    NO_VIDEO = "This build writes no MP4.", "Cette version n’écrit pas de MP4.";
    /// A job that was cancelled.
    STOPPED = "Cancelled. Nothing was written.", "Annulé. Rien n’a été écrit.";
    /// A folder that could not be shown.
    NOT_OPENED = "The folder could not be opened:", "Le dossier n’a pas pu être ouvert :";
    /// A picture that could not be copied.
    NOT_COPIED = "The picture could not be copied:", "L’image n’a pas pu être copiée :";
    /// No day was understood.
    NOT_A_NUMBER = "A number is needed.", "Il faut un nombre.";
}
