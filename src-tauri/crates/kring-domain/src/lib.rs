//! Words and rules of a knowledge circle: what a record is, when it is valid, what follows from
//! it. This crate does no I/O, reads no clock, draws no random number and knows no SQL.
//!
//! # Terminology
//!
//! One Dutch word on the screen is one identifier here; each type's doc names its Dutch word.
//! `kenniskring` [`circle::Circle`] · `deelnemer` [`member::Member`] · `rol` [`member::Role`] ·
//! `organisatie` [`organisation::Organisation`] · `bijeenkomst` [`meeting::Meeting`] · `agendapunt`
//! [`meeting::AgendaItem`] · `aanwezigheid` [`meeting::Attendance`] · `aantekening` [`note::Note`] ·
//! `besluit` [`decision::Decision`] · `actiepunt` [`decision::Action`] · `thema` [`theme::Theme`] ·
//! `stelling` [`statement::Statement`] · `ronde` [`round::Round`] · `standpunt` [`round::Position`] ·
//! `uitkomst` [`outcome::Outcome`] · `onderzoek` [`study::Study`] · `onderbouwing`
//! [`statement::Evidence`] · `inbreng` [`contribution::Contribution`] · `bijlage`
//! [`attachment::Attachment`].

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic))]

pub mod attachment;
pub mod block;
pub mod circle;
pub mod contribution;
pub mod date;
pub mod decision;
pub mod file_name;
pub mod id;
pub mod invalid;
pub mod kind;
pub mod meeting;
pub mod member;
pub mod name;
pub mod note;
pub mod numbering;
pub mod open;
pub mod organisation;
pub mod outcome;
pub mod receipt;
pub mod record;
pub mod review;
pub mod round;
pub mod statement;
pub mod study;
pub mod text;
pub mod theme;
