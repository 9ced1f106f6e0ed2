create trigger paper_templates_withdrawn_once before update or delete on paper_templates
  for each row execute function app.check_template_change();
create trigger drafting_templates_append_only before update or delete on drafting_templates
  for each row execute function app.refuse_change('drafting_templates_append_only');
