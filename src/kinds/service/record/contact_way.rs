//! How people get in touch with a service.

use crate::kinds::service::record::{Service, ServiceState};

/// A way to get in touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum ContactWay {
    /// By telephone, now: someone answers day and night.
    CallNow,
    /// By telephone.
    Phone,
    /// Without a voice: text message, chat or textphone.
    TextOrChat,
    /// By email.
    Email,
    /// By going there.
    InPerson,
}

impl ContactWay {
    /// Every way, the quickest first.
    pub(crate) const ALL: [Self; 5] = [Self::CallNow, Self::Phone, Self::TextOrChat, Self::Email, Self::InPerson];

    /// Its name in addresses and filters: `call-now`.
    #[must_use]
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::CallNow => "call-now",
            Self::Phone => "phone",
            Self::TextOrChat => "text-or-chat",
            Self::Email => "email",
            Self::InPerson => "in-person",
        }
    }

    /// Its name for readers.
    #[must_use]
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::CallNow => "Call now, day and night",
            Self::Phone => "Phone",
            Self::TextOrChat => "Text or chat",
            Self::Email => "Email",
            Self::InPerson => "In person",
        }
    }

    /// Whether a service can be reached so. One that is closed cannot, and nobody can go to a secret place.
    #[must_use]
    pub(crate) fn reaches(self, service: &Service) -> bool {
        let voice = service.all_phones().any(|phone| !phone.textphone);
        service.state == ServiceState::Open
            && match self {
                Self::CallNow => service.emergency && service.line_at_all_hours().is_some(),
                Self::Phone => voice,
                Self::TextOrChat => {
                    let textphone = service.all_phones().any(|phone| phone.textphone);
                    textphone || service.text_number.is_some() || service.webchat.is_some()
                }
                Self::Email => service.email.is_some(),
                Self::InPerson => service.places().any(|place| place.in_one_line().is_some()),
            }
    }
}
