-- A list of firms to be screened, and how far that is. The blocks themselves are in the folder of the job: this counts them.
create table job (
    id varchar(36) primary key,
    account varchar(60) not null,
    created bigint not null,
    file_name varchar(255) not null,
    file_size bigint not null,
    file_digest varchar(64) not null,
    rule_book varchar(64) not null,
    as_of varchar(10) not null,
    policies varchar(8000) not null,
    recheck integer not null,
    language varchar(2) not null,
    state varchar(16) not null,
    blocks bigint not null,
    rows_read bigint not null,
    rejected bigint not null,
    permille integer not null,
    problem_zh varchar(2000) not null,
    problem_en varchar(2000) not null,
    changed bigint not null
);
create index job_created on job (created);
create index job_state on job (state);
