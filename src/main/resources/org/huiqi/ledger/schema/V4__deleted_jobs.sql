-- When and by whom the list and the results of a job were deleted; what stays is the record of it. 0: they are there. Empty: by the time they are kept.
alter table job add column deleted bigint not null default 0;
alter table job add column deleted_by varchar(60) not null default '';
create index job_account on job (account);
