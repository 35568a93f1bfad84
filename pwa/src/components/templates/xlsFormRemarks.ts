/** What the server may say of a row of an XLSForm (`server/xlsforms/`), each with a sentence in both languages. */
export const XLSFORM_REMARKS = [
  'acknowledge_is_judged', 'answer_in_text', 'appearance', 'calculation_left_out', 'choice_filter_left_out',
  'choice_incomplete', 'choice_twice', 'choices_elsewhere', 'choices_not_there', 'column_ignored',
  'column_not_understood', 'condition_not_understood', 'condition_of_what_is_left_out', 'condition_problem',
  'condition_unknown_choice', 'constraint_left_out', 'date_as_text', 'default_left_out', 'group_flattened',
  'key_changed', 'language_left_out', 'limit_itself_is_within', 'media_left_out', 'message', 'name_twice', 'no_label',
  'no_type', 'note_without_item', 'or_other_left_out', 'read_only_left_out', 'recorded_anyway', 'repeat_asked_once',
  'required_by_condition', 'title_shortened', 'too_few_choices', 'too_many_choices', 'trigger_left_out',
  'type_not_understood',
] as const
