/** What can be done to a ticket besides its next step. */
export type MoreAct =
  | 'answer' | 'guide' | 'part' | 'spare' | 'pause' | 'continue' | 'pass_on' | 'session' | 'vendor' | 'problem' | 'article' | 'report' | 'withdraw'
