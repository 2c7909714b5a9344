-- A member's links are ended together (a new password, a new address), and go with the member.
create index mail_link_member_idx on mail_link (member_id) where member_id is not null;
