create trigger people_point_of_station before insert or update of point_id, station_id on people
  for each row execute function app.check_place('people_point_of_station');

create constraint trigger person_roles_beside_main after insert on person_roles deferrable initially deferred
  for each row execute function app.check_role_beside('person_roles_beside_main');
create constraint trigger people_role_beside_others after update of role on people deferrable initially deferred
  for each row execute function app.check_role_beside('people_role_beside_others');
create trigger person_roles_end_once before update or delete on person_roles for each row execute function app.check_role_change();
create trigger person_roles_at_open_place before insert or update of station_id, point_id on person_roles
  for each row execute function app.check_place_in_use('person_roles_at_open_place');

create trigger people_leave_no_work before update of disabled_at, role, station_id, committee_id on people for each row
  when (new.disabled_at is not null and old.disabled_at is null or new.role <> old.role
    or (new.station_id, new.committee_id) is distinct from (old.station_id, old.committee_id))
  execute function app.check_leaves_no_work();
create trigger person_roles_end_without_work before update of ended_at on person_roles for each row
  when (new.role = 'expert' and old.ended_at is null and new.ended_at is not null)
  execute function app.check_helps_no_more('person_roles_end_without_work');
create constraint trigger person_forces_end_without_work after delete on person_forces deferrable initially deferred
  for each row execute function app.check_helps_no_more('person_forces_end_without_work');
create trigger forces_leave_without_work before update of disabled_at on forces
  for each row when (new.disabled_at is not null and old.disabled_at is null) execute function app.check_force_leaving();
