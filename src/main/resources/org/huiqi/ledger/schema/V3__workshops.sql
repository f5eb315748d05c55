-- Where the files of a job are: servers with folders of their own may keep one ledger. Empty: whoever finds them.
alter table job add column workshop varchar(36) not null default '';
