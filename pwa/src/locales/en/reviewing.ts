export default {
  held: '{who} is looking at this round (since {at}). You can look too; take it over before you decide.',
  held_asks: '{who} is looking at this round (since {at}). Is it yours to decide?',
  take_over: 'Take over',
  looked_at_by: '{who} is looking',

  reason_photo_unclear: 'Photo unclear',
  reason_reading_implausible: 'Reading implausible',
  reason_item_missing: 'Something missing',
  reason_wrong_asset: 'Wrong asset',
  reason_text_unclear: 'Words unclear',
  reason_other: 'Other',
  reason_colon: ': ',
  reason_of: 'Why point {n} goes back',
  reason_needed: 'Choose a reason.',
  digits_hint: 'Press 1–6 for the reason; it goes on to the next point. Ctrl ↵ sends back.',
}
