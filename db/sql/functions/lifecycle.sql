-- Written by `npm run docs` from server/disputes/lifecycle.ts: the changes of status that an act of people makes, track by track.

create function app.status_moves(p_track public.track) returns text[] language sql immutable parallel safe as $$
  select case p_track
    when 'onScene' then '{accepted>closed,agreed>closed,closed>archived,convening>closed,mediating>closed,scheduled>closed}'
    when 'publicSecurity' then '{accepted>agreed,accepted>closed,accepted>convening,accepted>mediating,accepted>performed,accepted>scheduled,agreed>closed,agreed>mediating,agreed>signing,closed>archived,convening>agreed,convening>closed,convening>mediating,convening>performed,convening>scheduled,mediating>agreed,mediating>closed,mediating>performed,performed>closed,performed>performing,performing>closed,performing>performed,scheduled>agreed,scheduled>closed,scheduled>convening,scheduled>mediating,scheduled>performed,signing>agreed,signing>closed,signing>performed,signing>performing}'
    when 'peoples' then '{accepted>agreed,accepted>closed,accepted>convening,accepted>mediating,accepted>scheduled,agreed>closed,agreed>mediating,agreed>performed,agreed>performing,agreed>signing,closed>archived,convening>agreed,convening>closed,convening>mediating,convening>scheduled,mediating>agreed,mediating>closed,performed>closed,performed>performing,performing>closed,performing>performed,scheduled>agreed,scheduled>closed,scheduled>convening,scheduled>mediating,signing>agreed,signing>closed,signing>performed,signing>performing}'
    when 'coordination' then '{accepted>closed,accepted>convening,agreed>closed,closed>archived,convening>closed,mediating>closed,scheduled>closed}'
    when 'transfer' then '{accepted>closed,agreed>closed,closed>archived,convening>closed,mediating>closed,scheduled>closed}'
  end::text[]
$$;
