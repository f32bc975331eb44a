-- What stands in another month than the one it belongs to (补报): few among many, and asked for when a month is locked.
create index posting_late on posting (town, on_date) where on_date <> belongs;
