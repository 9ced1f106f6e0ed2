/** Of all stored bytes that rows name, county and hash: files, papers that were made, sealed agreements, templates, lists of dossiers, sheets of subsidies. Read by the owner. */
export const namedPapers = `
  select county_id as "countyId", sha256 from public.files
  union select county_id, small_sha256 from public.files where small_sha256 is not null
  union select county_id, h from public.papers, unnest(array[source_sha256, pdf_sha256, word_sha256]) h where h is not null
  union select county_id, pdf_sha256 from public.sealed_papers
  union select county_id, sha256 from public.paper_templates
  union select county_id, h from public.deposits, unnest(array[source_sha256, pdf_sha256, word_sha256]) h where h is not null
  union select county_id, source_sha256 from public.subsidy_sheets
  order by 1, 2`;
