export default {
  waiting: 'Waiting for your word',
  reported: 'reported {at}',
  done: 'What was done: {text}',
  ask: 'Is it solved?',
  agree: 'Solved, close it',
  refuse: 'Not solved',
  words: 'Anything to add (optional)',
  reason: 'What is still wrong',
  lack_reason: 'Please say what is still wrong.',
  send_agree: 'Close it',
  send_refuse: 'Not solved, please go on',
}
