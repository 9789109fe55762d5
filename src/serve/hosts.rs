//! Which names the preview answers to.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

/// The names of this computer, as the `Host` header of a request may give them.
///
/// Any page on the web can let its own name point to 127.0.0.1 and then read what the browser finds there. The browser
/// still tells that name, so a request under a foreign name is refused.
#[derive(Debug)]
pub(super) struct Hosts {
    bound: String,
    address: SocketAddr,
}

impl Hosts {
    pub(super) fn new(bound: &str, address: SocketAddr) -> Hosts {
        Hosts { bound: bound.to_ascii_lowercase(), address }
    }

    /// Whether a request with these `Host` headers is meant for the preview. There must be exactly one.
    pub(super) fn allow(&self, headers: &[&str]) -> bool {
        let [header] = headers else {
            return false;
        };
        let Some((name, port)) = split(header) else {
            return false;
        };
        port == self.address.port() && self.is_ours(&name.to_ascii_lowercase())
    }

    fn is_ours(&self, name: &str) -> bool {
        if name == "localhost" || name == self.bound {
            return true;
        }
        match name.parse::<IpAddr>() {
            // Whoever listens everywhere is asked for by any of the computer's addresses. An address is no name, so
            // nobody can point it elsewhere.
            Ok(address) => {
                address == IpAddr::from([127, 0, 0, 1])
                    || address == IpAddr::V6(Ipv6Addr::LOCALHOST)
                    || address == self.address.ip()
                    || self.address.ip().is_unspecified()
            }
            Err(_) => false,
        }
    }
}

/// The name without brackets, and the port, which a browser leaves out if it is 80.
fn split(header: &str) -> Option<(&str, u16)> {
    let header = header.trim();
    let (name, port) = if let Some(rest) = header.strip_prefix('[') {
        let (name, rest) = rest.split_once(']')?;
        (name, if rest.is_empty() { None } else { Some(rest.strip_prefix(':')?) })
    } else {
        match header.split_once(':') {
            Some((name, port)) => (name, Some(port)),
            None => (header, None),
        }
    };
    let port = match port {
        None => 80,
        Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.parse().ok()?,
        Some(_) => return None,
    };
    Some((name, port))
}

#[cfg(test)]
mod tests {
    use super::Hosts;

    fn hosts(bound: &str, address: &str) -> Hosts {
        Hosts::new(bound, address.parse().unwrap())
    }

    #[test]
    fn the_names_of_this_computer_are_ours() {
        let hosts = hosts("127.0.0.1", "127.0.0.1:8000");
        for header in ["localhost:8000", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000"] {
            assert!(hosts.allow(&[header]), "{header}");
        }
    }

    #[test]
    fn foreign_names_and_ports_are_not() {
        let hosts = hosts("127.0.0.1", "127.0.0.1:8000");
        for header in [
            "evil.example:8000",
            "localhost",
            "localhost:80",
            "localhost:8000@evil.example",
            "localhost.evil.example:8000",
            "192.168.1.5:8000",
            "localhost:+8000",
            "[::1]8000",
            "",
        ] {
            assert!(!hosts.allow(&[header]), "{header}");
        }
        assert!(!hosts.allow(&[]));
        assert!(!hosts.allow(&["localhost:8000", "evil.example"]));
    }

    #[test]
    fn the_host_that_was_asked_for_is_ours() {
        assert!(hosts("laptop.local", "192.168.1.5:80").allow(&["laptop.local"]));
        assert!(hosts("0.0.0.0", "0.0.0.0:8000").allow(&["192.168.1.5:8000"]));
        assert!(!hosts("0.0.0.0", "0.0.0.0:8000").allow(&["evil.example:8000"]));
    }
}
