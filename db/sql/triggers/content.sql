-- What the chain covers, as in server/audit/parts/covered-content.ts: version of the list, key, columns.

create trigger disputes_cover_content after insert or update or delete on disputes
  for each row execute function app.cover_content('3', 'id',
    'number,station_id,committee_id,title,type,source,place,started_on,risk,risk_reason,registered_by,registered_at,not_accepted_at,not_accepted_reason,referred_by,referral_number,not_accepted_on');

create trigger dispute_facts_cover_content after insert or update or delete on dispute_facts
  for each row execute function app.cover_content('2', 'dispute_id',
    'facts,neutral_summary,requests');

create trigger dispute_changes_cover_content after insert or update or delete on dispute_changes
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,field,old_value,new_value,reason,changed_by,changed_at');

create trigger party_exits_cover_content after insert or update or delete on party_exits
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,party_id,kind,happened_on,reason,into_party_id,recorded_by,recorded_at,undone_reason,undone_by,undone_at');

create trigger party_successions_cover_content after insert or update or delete on party_successions
  for each row execute function app.cover_content('1', 'heir_party_id',
    'dispute_id,party_id,told_on,told_by,answer,answered_on');

create trigger parties_cover_content after update or delete on parties
  for each row execute function app.cover_content('3', 'id',
    'dispute_id,side,kind,standing,name,is_minor,lacks_capacity,born_on,own_wages_reason,sex,born_year,ethnicity,occupation,credit_code,legal_representative');
create trigger parties_cover_added after insert on parties referencing new table as added
  for each statement execute function app.cover_added('3', 'id',
    'dispute_id,side,kind,standing,name,is_minor,lacks_capacity,born_on,own_wages_reason,sex,born_year,ethnicity,occupation,credit_code,legal_representative');

create trigger party_links_cover_content after insert or update or delete on party_links
  for each row execute function app.cover_content('3', 'id',
    'dispute_id,party_id,kind,name,may_sign,election_id,elected_party_id,may_negotiate,may_receive,ended_at,ended_on,ended_by,ended_reason,authorised_on');

create trigger elections_cover_content after insert or update or delete on elections
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,side,elected_on,paper,may_negotiate,may_sign,may_receive,recorded_by,recorded_at');

create trigger triages_cover_content after insert or update or delete on triages
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,is_violation,has_minor,family_violence,judged_by_court,accepted_elsewhere,property_damage,injury,track,override_reason,decided_by,decided_at');

create trigger gate_answers_cover_content after update or delete on gate_answers
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,question,ordinal,answer,given_as,reason,given_by,given_at');
create trigger gate_answers_cover_added after insert on gate_answers referencing new table as added
  for each statement execute function app.cover_added('1', 'id',
    'dispute_id,question,ordinal,answer,given_as,reason,given_by,given_at');

create trigger gate_steps_cover_content after insert or update or delete on gate_steps
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,kind,question,owner_id,opened_by,opened_at,due_at,result,done_on,note,done_by,done_at');

create trigger proceedings_cover_content after insert or update or delete on proceedings
  for each row execute function app.cover_content('2', 'id',
    'dispute_id,ordinal,track,status,lead_person_id,lead_unit,accepted_at,accepted_on,due_on,ended_at,outcome,archived_at,dossier_number,retention');

create trigger notices_cover_content after insert or update or delete on notices
  for each row execute function app.cover_content('3', 'id',
    'dispute_id,proceeding_id,party_id,means,spoken_by_link_id,given_by,given_at,happened_on');

create trigger consents_cover_content after insert or update or delete on consents
  for each row execute function app.cover_content('4', 'id',
    'dispute_id,proceeding_id,party_id,subject,force_code,person_id,about_link_id,answer,spoken_by_link_id,recorded_by,recorded_at,happened_on');

create trigger endings_cover_content after insert or update or delete on endings
  for each row execute function app.cover_content('4', 'proceeding_id',
    'dispute_id,outcome,reason,refused_by_party_id,routes_told,failure,failed_on,happened_on,said_by_party_id,said_by_link_id,said_means,attempts,ended_by,ended_at');

create trigger clocks_cover_content after insert or update or delete on clocks
  for each row execute function app.cover_content('2', 'id',
    'dispute_id,proceeding_id,kind,agreement_id,started_on,due_on,paused_on,paused_for,stopped_on,stopped_by');

create trigger clock_changes_cover_content after insert or update or delete on clock_changes
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,proceeding_id,clock_id,kind,happened_on,old_due_on,new_due_on,appraisal,reason,recorded_by,recorded_at');

create trigger sessions_cover_content after insert or update or delete on sessions
  for each row execute function app.cover_content('2', 'id',
    'dispute_id,proceeding_id,ordinal,kind,status,result,starts_at,ends_at,place,others_present,entered_at');

create trigger session_records_cover_content after insert or update or delete on session_records
  for each row execute function app.cover_content('2', 'session_id,version',
    'dispute_id,text,statements,facts,outcome,routes_told,correction_reason,written_by,written_at');

create trigger session_tellings_cover_content after insert or update or delete on session_tellings
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,session_id,party_id,means,starts_at,told_at,told_by,told_to,answer,note,entered_by,entered_at');

create trigger interpreter_askings_cover_content after insert or update or delete on interpreter_askings
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,proceeding_id,session_id,person_id,status,asked_by,asked_at,answer_by,answered_at,decline_reason,decline_note,proposals,proposal_note,proposed_at,spoken_means,said_by,entered_by,entered_at');

create trigger interpreters_cover_content after insert or update or delete on interpreters
  for each row execute function app.cover_content('3', 'id',
    'dispute_id,session_id,agreement_id,asking_id,party_id,kind,language,person_id,name,tie,agreed_party_ids,named_by,named_at,told_means,told_starts_at,told_at,told_by,attendance,means,signed_at,recorded_by,ended_at,ended_by,strokes,is_by_link');

create trigger interpreting_needs_cover_content after insert or update or delete on interpreting_needs
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,party_id,kind,language,recorded_by,recorded_at');

create trigger notes_cover_content after insert or update or delete on notes
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,session_id,lane,side,text,author_id,written_at');

create trigger files_cover_content after insert or update or delete on files
  for each row execute function app.cover_content('3', 'id',
    'dispute_id,session_id,lane,side,kind,name,mime,bytes,sha256,added_by,added_at,assignment_id,performance_id,small_sha256');

create trigger file_origins_cover_content after insert or update or delete on file_origins
  for each row execute function app.cover_content('2', 'id',
    'dispute_id,file_id,provider,is_original,place,made_on,said_by,said_at,paper_kind');

create trigger papers_cover_content after insert or update or delete on papers
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,proceeding_id,kind,subject_id,title,source_sha256,asked_by,asked_at');

create trigger sealed_papers_cover_content after insert or update or delete on sealed_papers
  for each row execute function app.cover_content('1', 'agreement_id',
    'dispute_id,code,committee_name,pdf_sha256,bytes,certificate_sha256,sealed_at,signed_at');

create trigger opinions_cover_content after insert or update or delete on opinions
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,session_id,person_id,lane,text,signed_at');

create trigger harm_reports_cover_content after insert or update or delete on harm_reports
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,session_id,kind,text,reason,reported_by,reported_at');

create trigger fact_statements_cover_content after insert or update or delete on fact_statements
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,session_id,ordinal,lines,written_by,written_at');

create trigger fact_signatures_cover_content after insert or update or delete on fact_signatures
  for each row execute function app.cover_content('2', 'statement_id,party_id',
    'dispute_id,means,signed_by_link_id,strokes,recorded_by,signed_at');

create trigger agreements_cover_content after insert or update or delete on agreements
  for each row execute function app.cover_content('2', 'id',
    'dispute_id,proceeding_id,ordinal,form,status,number,facts,drafted_by,drafted_at,sent_to_sign_at,effective_at,withdrawn_at,withdrawn_reason,replaces_id,renegotiated_reason');

create trigger agreement_papers_cover_content after insert or update or delete on agreement_papers
  for each row execute function app.cover_content('1', 'agreement_id',
    'dispute_id,content,frozen_at');

create trigger party_changes_cover_content after insert or update or delete on party_changes
  for each row execute function app.cover_content('2', 'id',
    'dispute_id,party_id,field,old_value,new_value,changed_by,changed_at,reason,since');

create trigger obligations_cover_content after insert or update or delete on obligations
  for each row execute function app.cover_content('6', 'id',
    'dispute_id,agreement_id,ordinal,kind,text,amount_fen,due_on,proof,verifier_id,performed_at,liability,waived_at,superseded_at,due_after_days,way,place,condition,consequence');

create trigger obligation_parties_cover_content after insert or update or delete on obligation_parties
  for each row execute function app.cover_content('2', 'obligation_id,party_id,part',
    'dispute_id,share_fen');

create trigger signatures_cover_content after insert or update or delete on signatures
  for each row execute function app.cover_content('3', 'id',
    'dispute_id,agreement_id,signer_kind,party_id,person_id,signed_by_link_id,means,signed_at,recorded_by,signer_name,strokes,request_id');

create trigger seals_cover_content after insert or update or delete on seals
  for each row execute function app.cover_content('2', 'agreement_id',
    'dispute_id,sealed_by,sealed_at,sealer_name');

create trigger performances_cover_content after insert or update or delete on performances
  for each row execute function app.cover_content('2', 'id',
    'dispute_id,obligation_id,party_id,amount_fen,performed_on,proof,proof_note,recorded_by,recorded_at,kind,corrects_id,by_party_id,by_link_id,received_by_party_id,received_by_link_id');

create trigger breaches_cover_content after insert or update or delete on breaches
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,obligation_id,party_id,breached_on,note,remedies_told,follow_up_on,recorded_by,recorded_at');

create trigger ledger_contests_cover_content after insert or update or delete on ledger_contests
  for each row execute function app.cover_content('2', 'id',
    'dispute_id,obligation_id,party_id,kind,entry_id,said_by_party_id,said_by_link_id,means,amount_fen,said_on,reason,recorded_by,recorded_at');

create trigger ledger_contest_ends_cover_content after insert or update or delete on ledger_contest_ends
  for each row execute function app.cover_content('2', 'contest_id',
    'dispute_id,kind,entry_id,said_by_party_id,said_by_link_id,means,ended_on,reason,recorded_by,recorded_at');

create trigger urges_cover_content after insert or update or delete on urges
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,obligation_id,note,urged_by,urged_at');

create trigger deposited_dossiers_cover_content after insert or update or delete on deposited_dossiers
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,proceeding_id,deposit_id,position,pages');

create trigger follow_up_visits_cover_content after insert or update or delete on follow_up_visits
  for each row execute function app.cover_content('4', 'id',
    'dispute_id,proceeding_id,party_id,visited_on,satisfaction,escalation_signs,court_action,measures,note,visited_by,recorded_at,fairness,revisit_id');

create trigger ties_cover_content after insert or update or delete on ties
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,party_id,person_id,kind,note,source,recorded_by,recorded_at');

create trigger tie_waivers_cover_content after insert or update or delete on tie_waivers
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,proceeding_id,person_id,kinds,reason,waived_by,waived_at');

create trigger tie_waiver_parties_cover_content after insert or update or delete on tie_waiver_parties
  for each row execute function app.cover_content('2', 'waiver_id,party_id',
    'dispute_id,spoken_by_link_id');

create trigger dispute_restrictions_cover_content after insert or update or delete on dispute_restrictions
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,ground,reason,restricted_by,restricted_at,released_by,released_at,release_reason');

create trigger reading_windows_cover_content after insert or update or delete on reading_windows
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,kind,person_id,reason,asked_at,minutes_max,is_granted,decided_by,decided_at,starts_at,ends_at,ended_by,ended_at,review_due_at,review,review_note,reviewed_by,reviewed_at');

create trigger dispute_merges_cover_content after insert or update or delete on dispute_merges
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,into_dispute_id,reason,proceeding_id,proceeding_status,call_ids,group_ids,clue_ids,invitation_ids,risk_before,risk_reason_before,merged_by,merged_at,undone_reason,undone_by,undone_at');
create trigger dispute_merge_parties_cover_content after insert or update or delete on dispute_merge_parties
  for each row execute function app.cover_content('1', 'merge_id,party_id',
    'dispute_id,party_id,into_dispute_id,into_party_id,is_carried');
create trigger dispute_links_cover_content after insert or update or delete on dispute_links
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,other_dispute_id,kind,reason,linked_by,linked_at,removed_reason,removed_by,removed_at');
create trigger lead_requests_cover_content after insert or update or delete on lead_requests
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,proceeding_id,lead_person_id,party_id,spoken_by_link_id,means,asked_on,reason,wished_person_id,recorded_by,recorded_at,answer_by,outcome,decided_by,decided_at,decision_reason,new_lead_person_id,told_means,told_on,told_by');
create trigger instructions_cover_content after insert or update or delete on instructions
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,proceeding_id,kind,wish,answer_by,given_by,given_at,answer,answered_by,answered_at,withdrawn_by,withdrawn_at');
create trigger assignments_cover_content after insert or update or delete on assignments
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,proceeding_id,what,person_id,organisation,due_at,asked_by,asked_at,status,answer,answered_by,answered_at,remark,settled_by,settled_at');

create trigger transfers_cover_content after insert or update or delete on transfers
  for each row execute function app.cover_content('2', 'id',
    'dispute_id,proceeding_id,from_station_id,from_committee_id,to_station_id,to_committee_id,to_body,reason,offered_by,offered_at,answer_by,is_accepted,answered_by,answered_at,answer_reason,answered_on,answer_source,withdrawn_by,withdrawn_at,next_proceeding_id,result,result_by,result_at,is_succession');
create trigger violation_findings_cover_content after insert or update or delete on violation_findings
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,proceeding_id,is_violation,is_minor,kinds,circumstance,hired,gang,repeated,new_violation,fled,other_unfit,basis,found_by,found_at');

create trigger violation_people_cover_content after insert or update or delete on violation_people
  for each row execute function app.cover_content('1', 'finding_id,party_id,part',
    'dispute_id');

create trigger guardian_summonses_cover_content after insert or update or delete on guardian_summonses
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,proceeding_id,party_id,link_id,means,exception_reason,told_at,recorded_by,recorded_at');

create trigger case_accounts_cover_content after insert or update or delete on case_accounts
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,proceeding_id,organ,happened_at,place,cause,course,circumstances,result,performance_way,others,recorded_by,recorded_at');

create trigger on_spot_forms_cover_content after insert or update or delete on on_spot_forms
  for each row execute function app.cover_content('1', 'agreement_id',
    'dispute_id,settled_at,place,is_facts_clear,is_cause_clear,losses,recording,second_officer_id,others');

create trigger settlement_applications_cover_content after insert or update or delete on settlement_applications
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,proceeding_id,way,peoples_proceeding_id,agreed_on,agreed,performed_on,proof,applied_on,is_decided,recorded_by,recorded_at,is_approved,decision_reason,decided_by,decided_at');

create trigger settlement_applicants_cover_content after insert or update or delete on settlement_applicants
  for each row execute function app.cover_content('1', 'application_id,party_id',
    'dispute_id,link_id,means');

create trigger signing_requests_cover_content after insert or update or delete on signing_requests
  for each row execute function app.cover_content('2', 'id',
    'dispute_id,agreement_id,signer_kind,party_id,by_link_id,person_id,asked_by,asked_at,refused_at,refused_reason,interpreter_id');

create trigger registration_slips_cover_content after insert or update or delete on registration_slips
  for each row execute function app.cover_content('1', 'id',
    'dispute_id,code_hash,made_by,made_at,expires_at,revoked_by,revoked_at');

-- Of no dispute: covered by the chain of their county.
create trigger person_roles_cover_content after insert or update or delete on person_roles
  for each row execute function app.cover_content('1', 'id',
    'person_id,role,station_id,point_id,from_on,until_on,reason,given_by,given_at,ended_reason,ended_by,ended_at');

create trigger clue_steps_cover_content after insert or update or delete on clue_steps
  for each row execute function app.cover_content('1', 'id',
    'clue_id,station_id,point_id,kind,note,taken_by,taken_at');

create trigger paper_templates_cover_content after insert or update or delete on paper_templates
  for each row execute function app.cover_content('1', 'id',
    'committee_id,kind,name,valid_from,sha256,bytes,fields,added_by,added_at,withdrawn_by,withdrawn_at,withdrawn_reason');

create trigger drafting_templates_cover_content after insert or update or delete on drafting_templates
  for each row execute function app.cover_content('1', 'id',
    'committee_id,type,clauses,valid_from,set_by,set_at');

create trigger number_starts_cover_content after insert or update or delete on number_starts
  for each row execute function app.cover_content('1', 'id',
    'scope,kind,year,last_used,proof,set_by,set_at');

create trigger number_patterns_cover_content after insert or update or delete on number_patterns
  for each row execute function app.cover_content('1', 'id',
    'scope,kind,pattern,valid_from,set_by,set_at');

create trigger number_voids_cover_content after insert or update or delete on number_voids
  for each row execute function app.cover_content('1', 'id',
    'scope,kind,number,subject_id,reason,voided_by,voided_at');
