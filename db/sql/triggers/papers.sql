-- Drawn or failed, a paper is what it is: asking again makes another.
create trigger papers_settled_once before update or delete on papers
  for each row when (old.state <> 'asked') execute function app.refuse_change('papers_settled_once');
