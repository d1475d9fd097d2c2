//! Words of the story panel, in both languages: finding, reading, changing and keeping stories.
//!
//! What a story says is its own.

words! {
    /// Heading.
    STORIES = "Stories", "Récits";
    /// Command.
    STORY_PANEL = "Stories", "Panneau des récits";
    /// Command.
    NEXT_STEP = "Next step of the story", "Étape suivante du récit";
    /// Command.
    PREVIOUS_STEP = "Previous step of the story", "Étape précédente du récit";
    /// Command.
    CAPTURE = "Add this view as a step", "Ajouter cette vue comme étape";
    /// Command.
    RETAKE = "Take this view for the step", "Prendre cette vue pour l’étape";
    /// Command.
    STEP_UP = "Move the step up", "Monter l’étape";
    /// Command.
    STEP_DOWN = "Move the step down", "Descendre l’étape";
    /// Command.
    DUPLICATE = "Duplicate the step", "Dupliquer l’étape";
    /// Command.
    DELETE = "Delete the step", "Supprimer l’étape";
    /// Command.
    UNDO = "Undo a change to the story", "Annuler un changement du récit";
    /// Command.
    REDO = "Redo a change to the story", "Rétablir un changement du récit";
    /// Command.
    NEW_STORY = "New story", "Nouveau récit";
    /// Command.
    OPEN_STORY = "Open a story", "Ouvrir un récit";
    /// Command.
    SAVE_STORY = "Save the story", "Enregistrer le récit";
    /// Command.
    SAVE_STORY_AS = "Save the story as…", "Enregistrer le récit sous…";
    /// Command.
    CLOSE_STORY = "Close the story", "Fermer le récit";
    /// Heading of the keys.
    GROUP = "Stories", "Récits";
    /// Heading.
    BUILT_IN = "Ready to tell", "Prêts à raconter";
    /// Heading.
    RECENT = "Your files", "Vos fichiers";
    /// Heading.
    FROM_FILE = "From a file", "Depuis un fichier";
    /// Hint.
    DROP_HINT = "A story file can also be dropped on the window.", "On peut aussi déposer un récit sur la fenêtre.";
    /// Field.
    PATH_FIELD = "Story file to open", "Fichier du récit à ouvrir";
    /// Hint in the field.
    PATH_HINT = "Name or path of a file", "Nom ou chemin d’un fichier";
    /// Button.
    OPEN = "Open", "Ouvrir";
    /// Button.
    FIND = "Browse…", "Parcourir…";
    /// Hint.
    NEW_HINT = "Begins empty. Each view that you add becomes a step.", "Commence vide. Chaque vue ajoutée devient une étape.";
    /// Heading.
    LEFT_OVER = "Not saved last time", "Non enregistré la dernière fois";
    /// Button.
    THROW_AWAY = "Throw away", "Jeter";
    /// Noun.
    STEP_ONE = "step", "étape";
    /// Noun.
    STEP_MANY = "steps", "étapes";
    /// A story or a step without a title.
    UNTITLED = "Untitled", "Sans titre";
    /// Where a story is from.
    FROM_PROGRAM = "Ships with the program; changes make a copy of your own", "Fourni avec le programme ; toute modification crée votre copie";
    /// Where a story is from.
    OWN_COPY = "Your copy, not saved yet", "Votre copie, pas encore enregistrée";
    /// Where a story is from.
    NO_FILE = "Not saved yet", "Pas encore enregistré";
    /// After the name of a file.
    UNSAVED = "unsaved changes", "modifications non enregistrées";
    /// Button.
    ALL_STORIES = "All stories", "Tous les récits";
    /// Button.
    SAVE = "Save", "Enregistrer";
    /// Tab.
    READ = "Read", "Lire";
    /// Tab.
    EDIT = "Edit", "Modifier";
    /// In an empty story.
    NO_STEPS = "No steps yet. Show on the map what the first step is to show, then add the view.", "Pas encore d’étape. Montrez sur la carte ce que doit montrer la première, puis ajoutez la vue.";
    /// Button.
    ADD_VIEW = "Add this view", "Ajouter cette vue";
    /// Button.
    TAKE_VIEW = "Take this view", "Prendre cette vue";
    /// After the name of a step.
    PLAYS = "plays", "animée";
    /// After the name of a step.
    HAS_FAULTS = "something is missing", "il manque quelque chose";
    /// Tab and heading: the whole story.
    WHOLE = "Title and summary", "Titre et résumé";
    /// Field.
    STORY_TITLE = "Title of the story", "Titre du récit";
    /// Field.
    SUMMARY = "Summary", "Résumé";
    /// Field.
    TITLE = "Title", "Titre";
    /// Field.
    CAPTION = "Caption", "Légende";
    /// Hint.
    CAPTION_HINT = "What the class reads. *Italic*, **bold**, - list", "Ce que lit la classe. *Italique*, **gras**, - liste";
    /// Field.
    NOTES = "Notes", "Notes";
    /// Hint.
    NOTES_HINT = "Only you read them while presenting", "Vous seul les lisez en présentant";
    /// A text that is there in the other language only.
    OTHER_LANGUAGE_ONLY = "Only in French so far.", "En anglais seulement pour l’instant.";
    /// A step that says nothing.
    SAYS_NOTHING = "This step has no caption yet.", "Cette étape n’a pas encore de légende.";
    /// Before what a caption looks like.
    PREVIEW = "As it will look", "Aperçu";
    /// Heading.
    POINTS_AT = "Points at", "Met en avant";
    /// Heading.
    RESTS_ON = "Rests on", "S’appuie sur";
    /// Button.
    ADD_SELECTED = "what is selected", "ce qui est sélectionné";
    /// While nothing is selected.
    SELECT_FIRST = "Click something on the map first", "Cliquez d’abord quelque chose sur la carte";
    /// Button.
    REMOVE = "Remove", "Retirer";
    /// Heading.
    TIME = "Time", "Temps";
    /// Switch.
    PLAY_UP_TO = "Play up to this day", "Animer jusqu’à ce jour";
    /// Before a date.
    FROM = "from", "du";
    /// Field.
    PLAY_FROM = "First day that plays", "Premier jour animé";
    /// Button.
    LONGER = "Longer", "Plus long";
    /// Button.
    SHORTER = "Shorter", "Plus court";
    /// Refusal.
    PLAY_EARLIER = "It must be a day before the day of the step.", "Il faut un jour antérieur à celui de l’étape.";
    /// Switch.
    FIX_COLOURS = "Keep these colours", "Garder ces couleurs";
    /// What the switch does.
    FIX_COLOURS_HINT = "Otherwise the step is shown in the colours of whoever watches.", "Sinon l’étape prend les couleurs de qui regarde.";
    /// Heading.
    PICTURE = "Picture", "Image";
    /// Why there is none.
    PICTURE_NEEDS_FILE = "Save the story first: pictures stand in the folder of its file.", "Enregistrez d’abord le récit : les images se placent dans son dossier.";
    /// Why there is none.
    NO_PICTURES = "There is no PNG or JPEG in the folder of the story.", "Aucun PNG ni JPEG dans le dossier du récit.";
    /// Menu.
    CHOOSE_PICTURE = "Choose", "Choisir";
    /// Field.
    ALT = "What it shows, for those who do not see it", "Ce qu’elle montre, pour qui ne la voit pas";
    /// Field.
    CREDIT = "Credit", "Crédit";
    /// Fault: after the name of the picture.
    PICTURE_MISSING = "is not in the folder of the story; the step is shown without it.", "n’est pas dans le dossier du récit ; l’étape est montrée sans elle.";
    /// Fault: before the name of a thing.
    FACTS_LACK = "The facts hold no", "Les données ne contiennent pas";
    /// Fault: after the name of a thing.
    WITHOUT_IT = "the step is shown without it.", "l’étape est montrée sans.";
    /// Question.
    ASK_UNSAVED = "This story has changes that are not saved.", "Ce récit a des modifications non enregistrées.";
    /// Question.
    ASK_NAME = "Save under which name?", "Enregistrer sous quel nom ?";
    /// Field.
    NAME_FIELD = "Name of the file", "Nom du fichier";
    /// Question.
    ASK_CHANGED = "has been changed by another program since it was opened.", "a été modifié par un autre programme depuis son ouverture.";
    /// Question.
    ASK_EXISTS = "exists already.", "existe déjà.";
    /// Answer.
    DISCARD = "Do not save", "Ne pas enregistrer";
    /// Answer.
    CANCEL = "Cancel", "Annuler";
    /// Answer.
    REPLACE = "Replace it", "Le remplacer";
    /// What replacing does.
    REPLACE_HINT = "The older file is kept beside it, with a ~ after its name.", "L’ancien fichier est gardé à côté, avec un ~ après son nom.";
    /// Answer.
    TAKE_THEIRS = "Open what it says now", "Ouvrir sa version actuelle";
    /// What taking does.
    TAKE_THEIRS_HINT = "Undo brings your version back.", "Annuler ramène votre version.";
    /// Answer.
    KEEP_MINE = "Keep mine", "Garder la mienne";
    /// Answer.
    OTHER_NAME = "Another name", "Un autre nom";
    /// Fault: before the name of a file.
    CANNOT_OPEN = "Cannot open", "Impossible d’ouvrir";
    /// Fault: before the name of a file.
    CANNOT_SAVE = "Cannot save", "Impossible d’enregistrer";
    /// Fault: after the name of a picture.
    NOT_BESIDE = "is not in the folder of the story: copy it there first.", "n’est pas dans le dossier du récit : copiez-la d’abord là.";
    /// Fault.
    NOT_TEXT = "it is not a text file", "ce n’est pas un fichier texte";
    /// Fault of a date.
    NOT_A_DAY = "A whole day is needed, such as 2023-10-01.", "Il faut un jour entier, comme 01/10/2023.";
    /// Name of the list.
    STEPS = "Steps", "Étapes";
    /// Key.
    KEY_PAGE_DOWN = "Page Down", "Page suiv.";
    /// Key.
    KEY_PAGE_UP = "Page Up", "Page préc.";
    /// Key.
    KEY_DELETE = "Delete", "Suppr";
}
