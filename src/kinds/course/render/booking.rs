//! How to get a place.

use serde::Serialize;

use crate::kinds::course::record::Booking;
use crate::kinds::service::render::card::Call;

#[derive(Serialize)]
pub(super) struct BookingView {
    url: Option<String>,
    email: Option<String>,
    phone: Option<Call>,
    note: Option<String>,
    any: bool,
}

impl BookingView {
    /// Whether it says anything.
    pub(super) fn is_told(&self) -> bool {
        self.any || self.note.is_some()
    }

    pub(super) fn of(booking: &Booking) -> Self {
        Self {
            url: booking.url.as_ref().map(|url| url.to_string()),
            email: booking.email.as_ref().map(|email| email.to_string()),
            phone: booking.phone.as_ref().map(|phone| Call::of(phone)),
            note: booking.note.clone(),
            any: booking.url.is_some() || booking.email.is_some() || booking.phone.is_some(),
        }
    }
}
