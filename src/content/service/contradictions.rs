//! What one field of a service says against another.

use crate::content::fields::Fields;
use crate::model::service::{Service, ServiceState};

/// Looks at a service whose fields have all been read.
pub(super) fn check(fields: &Fields<'_, '_>, service: &Service) {
    if service.emergency && service.state == ServiceState::Open && service.line_at_all_hours().is_none() {
        let message = "`emergency` says day and night, and no number here is answered at all hours";
        let help = "take `emergency` out, or give a number that is answered at all hours `hours: \"24/7\"`; until then \
                    it is not listed under `Call now`";
        fields.report.warning("emergency", fields.key_span("emergency"), message, help);
    }
    if service.state_note.is_some() && service.state == ServiceState::Open {
        let message = "`status_note` is shown only where `status` says that the service is closed";
        let help = "add `status: closed-temporarily` or `status: closed`, or write the words in the text below";
        fields.report.warning("status_note", fields.key_span("status_note"), message, help);
    }
    for phone in service.phones.iter().filter(|phone| phone.free && !phone.number.value.is_free()) {
        let number = phone.number.value.display();
        let message = format!("`free: true`, and calls to `{number}` are not free from every phone");
        let help =
            "take `free` out: in the UK numbers that begin with 0800, 0808 or 116 are free, and 999, 101 and 111";
        fields.report.warning("free", phone.number.span, message, help);
    }
}
