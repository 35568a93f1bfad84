export default {
  one: 'Left over',
  none: 'Nothing was left over.',
  waiting: 'Getting what was left over',
  not_here: 'This problem is not on this device.',
  no_text: 'Nothing more was said.',
  told: 'noted by {by}, {at}',
  somebody: 'the server',
  its_ticket: 'The ticket that it came from',
}
