-- Runs on SQLite and PostgreSQL alike: moments are milliseconds since 1970, truths are 0 and 1, identifiers come from the program.
create table account (
    id varchar(36) primary key,
    name varchar(60) not null unique,
    role varchar(16) not null,
    password varchar(200) not null,
    locked integer not null,
    created bigint not null
);

-- Failed logins by a digest of the name that was given, whether or not there is such an account: nobody can tell from a lock which names exist,
-- and whoever types a password in the place of a name does not leave it here.
create table attempt (
    name_digest varchar(64) primary key,
    failures integer not null,
    locked_until bigint not null,
    latest bigint not null
);

-- Only digests of secrets: who reads this file can log in with nothing in it.
create table session (
    digest varchar(64) primary key,
    account_id varchar(36) not null references account (id) on delete cascade,
    created bigint not null,
    seen bigint not null
);
create index session_account on session (account_id);

create table token (
    id varchar(36) primary key,
    account_id varchar(36) not null references account (id) on delete cascade,
    label varchar(100) not null,
    prefix varchar(16) not null,
    digest varchar(64) not null unique,
    created bigint not null,
    expires bigint not null,
    used bigint not null,
    revoked integer not null
);
create index token_account on token (account_id);

-- Names, not references: what happened stays when the account is gone.
create table event (
    id varchar(36) primary key,
    happened bigint not null,
    kind varchar(32) not null,
    account varchar(60) not null,
    client varchar(100) not null
);
create index event_happened on event (happened);
