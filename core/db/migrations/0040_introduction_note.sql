-- The last connector's own words to the person, when forwarding; null = none. (Between connectors: introduction_step.note_to_connector.)
alter table introduction add column connector_note text;
