# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""The way to each page of the program, for whoever wants to look at all of them."""

QUESTION = 'Your pager goes off'
MCQ = 'Under a staging load test'
TRANSCRIPT = 'gateway that keeps growing'

# Two questions that read well and four mistakes that a pack can have.
FAULTY = '''# A pack with mistakes

## Core Interview Questions

### 1. What does a load balancer do with an instance that fails its health check? (Senior)

**A:** It sends no new requests there.

### 2. A question that nobody has answered yet (Senior)

## MCQ Section

### 1. Which of these is a signal?

A) SIGTERM
B) SIGBUS

### 2. Which exit code stands for SIGKILL?

A) 137
B) 143

**Answer: E**
'''


def see_points(program):
    """The key points of a question whose answer is shown."""
    program.see('check box')
    return program.find('check box')
