//! Words of series of pictures in one document, in both languages: what the document is called.
//!
//! What its pages are called is made of dates and names.

words! {
    /// A page a month.
    MONTH_BY_MONTH = "The Sahel month by month", "Le Sahel mois par mois";
    /// A page an event.
    EVENT_BY_EVENT = "The Sahel event by event", "Le Sahel événement par événement";
    /// A page a country.
    COUNTRY_BY_COUNTRY = "The Sahel country by country", "Le Sahel pays par pays";
}
