-- Drawn or failed, a paper is what it is: asking again makes another.
create trigger papers_settled_once before update or delete on papers
  for each row execute function app.refuse_once_settled('papers_settled_once');
