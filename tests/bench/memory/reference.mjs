// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// reference.mjs LOG.csv
//
// What the reference does with the same log: fsrs-rs, through its binding, trains on it,
// and ts-fsrs computes next states. Prints one JSON document. Run by compare.py in the
// folder where the packages are.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'

const require = createRequire(join(process.cwd(), 'index.js'))
const { FSRSBindingItem, FSRSBindingReview, computeParameters } = require('@open-spaced-repetition/binding')
const { fsrs } = require('ts-fsrs')

const TRAININGS = 15

// As in bench-memory.c: rounds so short that most of them run undisturbed.
const STATE_ROUNDS = 100
const STATES = 100_000
const DAY_MS = 86_400_000
const ROLLOVER_MS = 4 * 3_600_000

// Every review at least a day after the one before it makes an item: all up to it.
function readItems (path) {
  const [header, ...rows] = readFileSync(path, 'utf8').trim().split(/\r?\n/)
  const names = header.split(',')
  const [card, rating, time] = ['card_id', 'review_rating', 'review_time'].map(name => names.indexOf(name))
  const cards = new Map()
  for (const row of rows) {
    const fields = row.split(',')
    const review = { ms: Date.parse(fields[time]), rating: Number(fields[rating]) }
    if (!cards.has(fields[card])) cards.set(fields[card], [])
    cards.get(fields[card]).push(review)
  }
  const items = []
  for (const reviews of cards.values()) {
    reviews.sort((a, b) => a.ms - b.ms)
    const days = reviews.map(review => Math.floor((review.ms - ROLLOVER_MS) / DAY_MS))
    const history = reviews.map((review, i) =>
      new FSRSBindingReview(review.rating, i === 0 ? 0 : days[i] - days[i - 1]))
    for (let i = 1; i < reviews.length; i++) {
      if (days[i] > days[i - 1]) items.push({ ms: reviews[i].ms, item: new FSRSBindingItem(history.slice(0, i + 1)) })
    }
  }
  items.sort((a, b) => a.ms - b.ms)
  return items.map(({ item }) => item)
}

async function train (items) {
  let best = Infinity
  let weights
  for (let round = 0; round < TRAININGS; round++) {
    const start = performance.now()
    weights = await computeParameters(items, { enableShortTerm: true, timeout: 1 })
    best = Math.min(best, performance.now() - start)
  }
  return { optimizerMs: best, weights: Array.from(weights) }
}

// The same mix of ratings and gaps as in bench-memory.c.
function nextStates () {
  const gaps = [0, 1, 3, 8, 0, 20, 45, 2, 110, 5, 1, 14, 0, 60, 30, 7]
  const ratings = [3, 3, 3, 2, 1, 3, 3, 4, 3, 1, 3, 3, 2, 3, 3, 3]
  const model = fsrs({})
  let best = Infinity
  for (let round = 0; round < STATE_ROUNDS; round++) {
    const states = new Array(64).fill(null)
    const start = performance.now()
    for (let i = 0; i < STATES; i++) {
      const slot = i & 63
      const turn = ((i >> 6) + i) & 15
      states[slot] = model.next_state(states[slot], gaps[turn], ratings[turn])
    }
    best = Math.min(best, performance.now() - start)
  }
  return STATES / best * 1000
}

const items = readItems(process.argv[2])
const { optimizerMs, weights } = await train(items)
console.log(JSON.stringify({ items: items.length, optimizerMs, weights, nextStates: nextStates() }))
