// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: The Pagerdrill contributors
//
// Supports: leak-proof, cpu-without-traffic, mcq-blocked-inspector
//
// A child spins in an endless loop. SIGUSR1 opens its inspector on loopback
// all the same, because the inspector has a thread of its own. Where the
// runtime has a WebSocket client, a CPU profile of 500 ms is taken, then the
// debugger is asked to pause. A function that was entered before the profile
// began and never returns may be booked on its caller; the pause names it.
// Linux and macOS only.
//
// Run on Node 20.20.2 (port only, no profile), 22.23.3, 24.21.0 and 26.10.0: holds.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const child = spawn(process.execPath,
                    ['--inspect-port=127.0.0.1:0', '-e', 'function guilty() { for (;;) Math.sqrt(2); } console.log("go"); setImmediate(guilty);'],
                    { stdio: ['ignore', 'pipe', 'pipe'] });
const giveUp = setTimeout(() => child.kill('SIGKILL'), 20000);
try {
  await once(child.stdout, 'data');
  await new Promise((next) => setTimeout(next, 300));
  child.kill('SIGUSR1');
  let text = '';
  let address;
  for await (const chunk of child.stderr) {
    text += chunk;
    address = /ws:\/\/\S+/.exec(text)?.[0];
    if (address)
      break;
  }
  console.log(`inspector of the blocked process listens: ${Boolean(address)}`);
  assert.ok(address.startsWith('ws://127.0.0.1:'));

  if (typeof WebSocket === 'function') {
    const socket = new WebSocket(address);
    await once(socket, 'open');
    let id = 0;
    const call = (method) => new Promise((resolve) => {
      const mine = ++id;
      const read = ({ data }) => {
        const message = JSON.parse(data);
        if (message.id !== mine)
          return;
        socket.removeEventListener('message', read);
        resolve(message.result);
      };
      socket.addEventListener('message', read);
      socket.send(JSON.stringify({ id: mine, method }));
    });
    await call('Profiler.enable');
    await call('Profiler.start');
    await new Promise((next) => setTimeout(next, 500));
    const { profile } = await call('Profiler.stop');
    const hottest = profile.nodes.reduce((a, b) => (b.hitCount > a.hitCount ? b : a));
    console.log(`profile of 500 ms: most samples in ${hottest.callFrame.functionName}`);

    const paused = new Promise((resolve) => socket.addEventListener('message', ({ data }) => {
      const { method, params } = JSON.parse(data);
      if (method === 'Debugger.paused')
        resolve(params.callFrames[0].functionName);
    }));
    await call('Debugger.enable');
    await call('Debugger.pause');
    const top = await paused;
    console.log(`Debugger.pause stops in ${top}`);
    assert.equal(top, 'guilty');
    socket.close();
  } else {
    console.log('no WebSocket client in this version: profile not taken');
  }
} finally {
  clearTimeout(giveUp);
  child.kill('SIGKILL');
}
