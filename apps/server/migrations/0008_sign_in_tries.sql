-- Every try at an account, not only the failed ones: five a minute are taken. `outcome` is null while a password
-- is being checked; a right one forgives the failures before it, which stay counted for the address.
alter table sign_in_failures rename to sign_in_tries;
alter table sign_in_tries rename column failed_at to tried_at;
alter table sign_in_tries add column outcome text check (outcome in ('failed', 'forgiven', 'right'));
update sign_in_tries set outcome = 'failed' where confirmed;
drop index sign_in_failures_address;
alter table sign_in_tries drop column confirmed;
alter index sign_in_failures_account_key rename to sign_in_tries_account_key;
create index sign_in_tries_address on sign_in_tries (address, tried_at) where outcome in ('failed', 'forgiven');
