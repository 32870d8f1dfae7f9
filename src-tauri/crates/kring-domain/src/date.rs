//! Civil dates and times of meetings (Europe/Amsterdam) and how Dutch and English write them.
//! Instants are UTC milliseconds and are passed in: nothing here reads a clock.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use chrono_tz::Europe::Amsterdam;

use crate::text::{Catalogue, Language, Value};

/// The civil date and time in the Netherlands at an instant in UTC milliseconds.
pub fn civil(utc_ms: u64) -> NaiveDateTime {
    let instant = i64::try_from(utc_ms)
        .ok()
        .and_then(DateTime::from_timestamp_millis)
        .unwrap_or_default();
    instant.with_timezone(&Amsterdam).naive_local()
}

/// "14 april 2011", "14 April 2011".
pub fn long(date: NaiveDate, words: &Catalogue) -> String {
    let month = words.say_with("date-month", &[("month", Value::from(date.month()))]);
    format!("{} {month} {}", date.day(), date.year())
}

/// "donderdag 14 april 2011".
pub fn long_with_weekday(date: NaiveDate, words: &Catalogue) -> String {
    let day = words.say_with(
        "date-weekday",
        &[("day", Value::from(date.weekday().number_from_monday()))],
    );
    format!("{day} {}", long(date, words))
}

/// "14-04-2011" in Dutch, "14/04/2011" in English.
pub fn short(date: NaiveDate, language: Language) -> String {
    let pattern = match language {
        Language::Dutch => "%d-%m-%Y",
        Language::English => "%d/%m/%Y",
    };
    date.format(pattern).to_string()
}

/// "13.30" in Dutch, "13:30" in English.
pub fn time(time: NaiveTime, language: Language) -> String {
    let mark = match language {
        Language::Dutch => '.',
        Language::English => ':',
    };
    format!("{:02}{mark}{:02}", time.hour(), time.minute())
}

/// A date as file names write it: "2011-04-14".
pub fn file_name(date: NaiveDate) -> String {
    date.format("%Y-%m-%d").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_the_dutch_way() {
        let words = Catalogue::new(Language::Dutch);
        let date = NaiveDate::from_ymd_opt(2011, 4, 14).unwrap();
        assert_eq!(long(date, &words), "14 april 2011");
        assert_eq!(long_with_weekday(date, &words), "donderdag 14 april 2011");
        assert_eq!(short(date, Language::Dutch), "14-04-2011");
        assert_eq!(
            time(NaiveTime::from_hms_opt(9, 5, 0).unwrap(), Language::Dutch),
            "09.05"
        );
    }

    #[test]
    fn civil_time_follows_summer_time_in_amsterdam() {
        let summer = civil(1_782_900_000_000);
        let winter = civil(1_763_755_200_000);
        assert_eq!(
            summer.to_string(),
            "2026-07-01 12:00:00",
            "two hours ahead of UTC in July"
        );
        assert_eq!(
            winter.to_string(),
            "2025-11-21 21:00:00",
            "one hour ahead of UTC in November"
        );
    }
}
