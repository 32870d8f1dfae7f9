//! Notices that a folder is carried to other machines by something else: a cloud client, a network. A
//! store there would be copied while it is open, and two laptops would write one. It looks at names, marks
//! and mounts only; it asks no program and opens no file but the system's list of mounts.

use std::path::{Component, Path, PathBuf, Prefix};

/// What carries a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carrier {
    /// Microsoft OneDrive.
    OneDrive,
    /// Dropbox.
    Dropbox,
    /// Google Drive.
    GoogleDrive,
    /// Apple iCloud Drive.
    ICloud,
    /// Nextcloud, or ownCloud before it.
    Nextcloud,
    /// Syncthing.
    Syncthing,
    /// One of the above, or another, in the place a Mac keeps them.
    Cloud,
    /// A disk of another machine.
    Network,
}

impl Carrier {
    /// A word for logs and for choosing a sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::OneDrive => "onedrive",
            Self::Dropbox => "dropbox",
            Self::GoogleDrive => "google-drive",
            Self::ICloud => "icloud",
            Self::Nextcloud => "nextcloud",
            Self::Syncthing => "syncthing",
            Self::Cloud => "cloud",
            Self::Network => "network",
        }
    }
}

/// What carries this folder, if anything is seen to. The folder need not exist yet.
pub fn carrier_of(folder: &Path) -> Option<Carrier> {
    let place = as_it_is(folder);
    by_names(&place)
        .or_else(|| place.ancestors().find_map(by_marks))
        .or_else(|| is_on_network(&place).then_some(Carrier::Network))
}

/// The path without links, as far as it exists.
fn as_it_is(folder: &Path) -> PathBuf {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    for known in folder.ancestors() {
        if let (Ok(real), Ok(rest)) = (known.canonicalize(), folder.strip_prefix(known)) {
            return real.join(rest);
        }
    }
    folder
}

/// The names that these programs give their folder.
fn by_names(place: &Path) -> Option<Carrier> {
    let names: Vec<String> = place
        .components()
        .map(|part| part.as_os_str().to_string_lossy().to_lowercase())
        .collect();
    let in_library =
        |pair: &[String]| matches!(pair, [library, store] if library == "library" && store == "cloudstorage");
    if names.windows(2).any(in_library) {
        return Some(Carrier::Cloud);
    }
    names.iter().find_map(|name| match name.as_str() {
        "onedrive" => Some(Carrier::OneDrive),
        "dropbox" => Some(Carrier::Dropbox),
        "google drive" | "googledrive" => Some(Carrier::GoogleDrive),
        "mobile documents" | "iclouddrive" | "icloud drive" => Some(Carrier::ICloud),
        "nextcloud" | "owncloud" => Some(Carrier::Nextcloud),
        // Of an organisation, whose name follows.
        name if name.starts_with("onedrive - ") => Some(Carrier::OneDrive),
        name if name.starts_with("dropbox (") => Some(Carrier::Dropbox),
        _ => None,
    })
}

/// What these programs leave in the folder that they carry.
fn by_marks(folder: &Path) -> Option<Carrier> {
    let marks: [(&str, Carrier); 8] = [
        (".stfolder", Carrier::Syncthing),
        (".dropbox.cache", Carrier::Dropbox),
        // The same in every folder of OneDrive.
        (".849C9593-D756-4E56-8D6E-42412F2A707B", Carrier::OneDrive),
        (".shortcut-targets-by-id", Carrier::GoogleDrive),
        (".tmp.drivedownload", Carrier::GoogleDrive),
        (".tmp.driveupload", Carrier::GoogleDrive),
        (".owncloudsync.log", Carrier::Nextcloud),
        (".nextcloudsync.log", Carrier::Nextcloud),
    ];
    if let Some((_, carrier)) = marks.iter().find(|(mark, _)| folder.join(mark).exists()) {
        return Some(*carrier);
    }
    // In a home folder a folder of this name holds Dropbox's settings; in the one carried it is a file.
    if folder.join(".dropbox").is_file() {
        return Some(Carrier::Dropbox);
    }
    let has_journal = std::fs::read_dir(folder).is_ok_and(|mut entries| {
        entries.any(|entry| entry.is_ok_and(|entry| is_sync_journal(&entry.file_name().to_string_lossy())))
    });
    has_journal.then_some(Carrier::Nextcloud)
}

/// The database in which Nextcloud's client notes what it carried.
fn is_sync_journal(name: &str) -> bool {
    let begins = name.starts_with(".sync_") || name.starts_with("._sync_");
    name == ".csync_journal.db" || (begins && name.ends_with(".db"))
}

fn is_on_network(place: &Path) -> bool {
    let is_share = matches!(
        place.components().next(),
        Some(Component::Prefix(prefix)) if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
    );
    is_share || std::fs::read_to_string("/proc/self/mountinfo").is_ok_and(|mounts| is_remote(&mounts, place))
}

/// File systems whose disk is another machine's. Those of virtual machines (9p, virtiofs) are not among
/// them: they are this machine's own disk.
const REMOTE: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "ncpfs",
    "afs",
    "coda",
    "ceph",
    "glusterfs",
    "lustre",
    "davfs",
    "beegfs",
    "gpfs",
];
const REMOTE_BY_PROGRAM: &[&str] = &[
    "sshfs",
    "rclone",
    "davfs",
    "davfs2",
    "gvfsd-fuse",
    "google-drive-ocamlfuse",
    "onedriver",
    "gcsfuse",
    "s3fs",
    "glusterfs",
    "ceph",
    "curlftpfs",
    "smbnetfs",
    "kio-fuse",
];

/// Whether the mount that a path lies in, of those in Linux's mountinfo, is a remote one.
fn is_remote(mounts: &str, place: &Path) -> bool {
    let mut innermost = (0, false);
    for line in mounts.lines() {
        let Some((before, after)) = line.split_once(" - ") else {
            continue;
        };
        let (Some(point), Some(kind)) = (before.split(' ').nth(4), after.split(' ').next()) else {
            continue;
        };
        let point = PathBuf::from(plain(point));
        let depth = point.components().count();
        if place.starts_with(&point) && depth >= innermost.0 {
            let by_program = kind
                .strip_prefix("fuse.")
                .is_some_and(|of| REMOTE_BY_PROGRAM.contains(&of));
            innermost = (depth, by_program || REMOTE.contains(&kind));
        }
    }
    innermost.1
}

/// A mount point as it is: the kernel writes a space, tab, newline and backslash as three octal digits.
fn plain(escaped: &str) -> String {
    let codes = [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")];
    codes.iter().fold(escaped.to_owned(), |text, (code, plain)| {
        text.replace(code, plain)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_plain_folder_is_carried_by_nobody() {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join(".dropbox")).unwrap();
        for folder in [
            "kringboek",
            "Dropboxnotulen",
            "Mijn OneDrive niet",
            "Nextcloud-uitleg",
        ] {
            assert_eq!(
                carrier_of(&home.path().join(folder).join("circles/1")),
                None,
                "{folder}: a name that resembles is not the name, and settings are not the folder carried"
            );
        }
    }

    #[test]
    fn each_program_is_known_by_the_name_of_its_folder() {
        let named = [
            ("OneDrive", Carrier::OneDrive),
            ("OneDrive - Jeugdzorg Noord", Carrier::OneDrive),
            ("Dropbox", Carrier::Dropbox),
            ("Dropbox (Kring)", Carrier::Dropbox),
            ("Google Drive", Carrier::GoogleDrive),
            ("iCloudDrive", Carrier::ICloud),
            ("Library/Mobile Documents/com~apple~CloudDocs", Carrier::ICloud),
            ("Library/CloudStorage/Box", Carrier::Cloud),
            ("Nextcloud", Carrier::Nextcloud),
            ("ownCloud", Carrier::Nextcloud),
        ];
        let home = tempfile::tempdir().unwrap();
        for (folder, carrier) in named {
            let place = home.path().join(folder).join("kringboek");
            assert_eq!(carrier_of(&place), Some(carrier), "{folder}");
        }
    }

    #[test]
    fn a_folder_with_another_name_is_known_by_what_the_program_left_in_it() {
        let marks = [
            (".stfolder", Carrier::Syncthing),
            (".dropbox", Carrier::Dropbox),
            (".849C9593-D756-4E56-8D6E-42412F2A707B", Carrier::OneDrive),
            (".tmp.driveupload", Carrier::GoogleDrive),
            (".sync_1f2e3d4c5b6a.db", Carrier::Nextcloud),
            ("._sync_1f2e3d4c5b6a.db", Carrier::Nextcloud),
        ];
        for (mark, carrier) in marks {
            let root = tempfile::tempdir().unwrap();
            fs::write(root.path().join(mark), b"").unwrap();
            let deep = root.path().join("werk/kringboek");
            assert_eq!(carrier_of(&deep), Some(carrier), "{mark} lies above the store");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_into_a_folder_that_is_carried_hides_nothing() {
        let home = tempfile::tempdir().unwrap();
        let real = home.path().join("Dropbox/kringboek");
        fs::create_dir_all(&real).unwrap();
        std::os::unix::fs::symlink(&real, home.path().join("kringboek")).unwrap();
        assert_eq!(
            carrier_of(&home.path().join("kringboek/circles")),
            Some(Carrier::Dropbox)
        );
    }

    #[test]
    fn the_innermost_mount_says_whether_a_disk_is_of_another_machine() {
        let mounts = "21 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw\n\
            30 21 0:40 / /home rw shared:1 - nfs4 nas:/home rw\n\
            31 30 0:41 / /home/anna/lokale\\040schijf rw - ext4 /dev/sdb1 rw\n\
            32 21 0:42 / /mnt/werk rw - fuse.sshfs anna@werk: rw\n\
            33 21 0:43 / /mnt/stick rw - fuse.exfat /dev/sdc1 rw\n";
        for (place, remote) in [
            ("/var/lib", false),
            ("/home/anna/kringboek", true),
            ("/home/anna/lokale schijf/kringboek", false),
            ("/mnt/werk/kring", true),
            ("/mnt/stick/kring", false),
            ("/homestead", false),
        ] {
            assert_eq!(is_remote(mounts, Path::new(place)), remote, "{place}");
        }
    }
}
