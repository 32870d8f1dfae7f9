//! What happens to a laptop as a whole: the app starts anew, its folder is copied aside and put back
//! later, or copied while both go on.

use kring_api::domain::id::LogId;
use kring_store::table::own;
use kring_tests::{Clock, copy_folder};

use crate::law::{self, Broken};
use crate::step::Dice;
use crate::world::{Device, World, name};

impl World {
    pub fn open(&mut self, at: usize) -> Result<(), Broken> {
        match self.devices[at].laptop.open() {
            Ok(()) => Ok(()),
            Err(error) => law::broken("a store opens again", format!("laptop {at}: {error}")),
        }
    }

    /// Goes on with the files as they lie there while the app is at work, which is what a power cut leaves.
    pub fn cut_power(&mut self, at: usize) -> Result<(), Broken> {
        self.files += 1;
        let left = self.root.path().join(format!("left-{}", self.files));
        let laptop = &mut self.devices[at].laptop;
        copy_folder(&laptop.folder, &left);
        laptop.shut();
        std::fs::remove_dir_all(&laptop.folder).unwrap();
        std::fs::rename(&left, &laptop.folder).unwrap();
        self.tally.power_cuts += 1;
        self.open(at)
    }

    pub fn back_up(&mut self, at: usize) -> Result<(), Broken> {
        self.files += 1;
        let aside = self.root.path().join(format!("backup-{}", self.files));
        let device = &mut self.devices[at];
        device.laptop.shut();
        copy_folder(&device.laptop.folder, &aside.join("store"));
        copy_folder(&device.laptop.state_folder, &aside.join("state"));
        device.backups.push(aside);
        self.open(at)
    }

    /// Puts an earlier copy back, mostly without the state folder, sometimes as a whole machine.
    pub fn put_back(&mut self, at: usize, dice: &mut Dice) -> Result<(), Broken> {
        let device = &mut self.devices[at];
        let Some(backup) = dice.pick(&device.backups).cloned() else {
            return Ok(());
        };
        let had = device.laptop.dump();
        device.laptop.shut();
        std::fs::remove_dir_all(&device.laptop.folder).unwrap();
        copy_folder(&backup.join("store"), &device.laptop.folder);
        let whole_machine = dice.chance(40);
        if whole_machine {
            copy_folder(&backup.join("state"), &device.laptop.state_folder);
        }
        device.imported.clear();
        self.open(at)?;
        self.note(&format!(
            " {} {}",
            name(&backup),
            if whole_machine { "with its state" } else { "" }
        ));
        self.tally.restores += 1;
        self.coordinator_was_put_back |= self.devices[at].key == 0;
        if whole_machine {
            let log = own::setting(self.devices[at].laptop.workspace().db(), "circle_log")
                .unwrap()
                .unwrap();
            self.forkable.extend(LogId::from_slice(&log));
        }
        self.let_go(&had, at);
        Ok(())
    }

    /// Words that were here and are now on no laptop at all. What was shared is on none when only the private
    /// note that it was made from came back.
    fn let_go(&mut self, had: &str, at: usize) {
        let key = self.devices[at].key;
        let dumps: Vec<(usize, String)> = self
            .devices
            .iter_mut()
            .map(|device| (device.key, device.laptop.dump()))
            .collect();
        for token in self
            .tokens
            .iter_mut()
            .filter(|token| token.gone.is_none() && law::holds(had, &token.word))
        {
            let mut may_hold = dumps.iter().filter(|(owner, _)| !token.private || *owner == key);
            let is_there = |dump: &str| law::holds(dump, &token.word) && dump.contains(&token.record);
            if !may_hold.any(|(_, dump)| is_there(dump)) {
                token.gone = Some("put back");
            }
        }
    }

    pub fn copy(&mut self, at: usize) -> Result<(), Broken> {
        if self.devices.len() >= self.most {
            return Ok(());
        }
        let original = &mut self.devices[at];
        original.laptop.shut();
        let number = self.devices.len() as u64;
        let folder = self.root.path().join(format!("copy-{number}"));
        let original = &self.devices[at];
        let mut laptop = original.laptop.copied(&folder, self.seed * 100 + 50 + number);
        laptop.clock = Clock::at(original.laptop.clock.now_ms());
        let device = Device {
            imported: original.imported.clone(),
            ..Device::new(laptop, original.person.clone(), original.key)
        };
        self.devices.push(device);
        self.tally.copies += 1;
        self.open(at)?;
        self.open(self.devices.len() - 1)
    }
}
