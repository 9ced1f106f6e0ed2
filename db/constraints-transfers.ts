/** What the database refuses of handing a matter over (db/schema/transfers.ts, db/sql/functions/transfers.sql). */
export const transferConstraints = {
  transfers_one_waiting: "transferWaits",
  transfers_target_named: "invalidValue",
  transfers_elsewhere: "transferToItself",
  transfers_answer_by_after_offered: "invalidValue",
  transfers_answered_whole: "invalidValue",
  transfers_withdrawn_whole: "invalidValue",
  transfers_answered_or_withdrawn: "transferAnswered",
  transfers_decline_has_reason: "reasonNeeded",
  transfers_outside_says_when: "invalidValue",
  transfers_goes_on_inside: "invalidValue",
  transfers_result_whole: "invalidValue",
  transfers_begin_waiting: "invalidValue",
  transfers_stay_as_answered: "transferAnswered",
  transfers_other_side_answers: "otherSideAnswers",
  disputes_move_by_transfer: "forbidden",
} as const;
