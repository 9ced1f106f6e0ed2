-- Drawn or failed, a paper is what it is: asking again makes another.
create trigger papers_settled_once before update or delete on papers
  for each row execute function app.refuse_once_settled('papers_settled_once');

create trigger sealed_papers_after_seal before insert on sealed_papers
  for each row execute function app.check_sealed_paper();
create trigger sealed_papers_append_only before update or delete on sealed_papers
  for each row execute function app.refuse_change('sealed_papers_append_only');
