#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Pagerdrill contributors
"""Writes down the packets of one connection on which a request met a closing socket.

    node record.mjs OUT capture &  sleep 8; ./capture.py OUT SCENARIO_FOLDER SECONDS

Needs the right to open a packet socket.  Times are multiplied by the recorder's factor,
addresses are given the names of the story.  Nothing else is touched."""

import json
import os
import socket
import struct
import sys
import time

FACTOR = 20
FLAGS = ((0x02, 'S'), (0x01, 'F'), (0x08, 'P'), (0x04, 'R'), (0x10, '.'))


def packets(ports, seconds):
    sniffer = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.ntohs(3))
    sniffer.bind(('lo', 0))
    sniffer.settimeout(0.5)
    end = time.time() + seconds
    while time.time() < end:
        try:
            frame, address = sniffer.recvfrom(65535)
        except TimeoutError:
            continue
        # Loopback shows each packet twice, once on its way out.
        if address[2] == socket.PACKET_OUTGOING or frame[12:14] != b'\x08\x00' or frame[23] != 6:
            continue
        start = 14 + (frame[14] & 15) * 4
        source, target, sequence, acknowledged = struct.unpack('!HHII', frame[start:start + 12])
        if source not in ports and target not in ports:
            continue
        total = struct.unpack('!H', frame[16:18])[0]
        payload = frame[start + (frame[start + 12] >> 4) * 4:14 + total]
        yield time.time(), source, target, frame[start + 13], sequence, acknowledged, payload


def main():
    out, scenario, seconds = sys.argv[1], sys.argv[2], float(sys.argv[3])
    ports = json.load(open(os.path.join(out, 'ports.json')))
    streams = {}
    for packet in packets(set(ports), seconds):
        server, client = (packet[1], packet[2]) if packet[1] in ports else (packet[2], packet[1])
        streams.setdefault((server, client), []).append(packet)

    # The one with a request behind the server's FIN, and a reset as the answer to it.
    def crossed(stream):
        closed = False
        asked = False
        for _, source, _, flags, _, _, payload in stream:
            if source in ports and flags & 0x01:
                closed = True
            elif closed and source not in ports and payload:
                asked = True
            elif asked and source in ports and flags & 0x04:
                return True
        return False

    found = [key for key, stream in streams.items() if crossed(stream)]
    print(f'{len(streams)} connections, {len(found)} with a request behind the FIN', file=sys.stderr)
    server, client = max(found, key=lambda key: min(len(streams[key]), 30))
    stream = streams[(server, client)][-6:]
    first = {}
    for packet in streams[(server, client)]:
        first.setdefault(packet[1], packet[4])
    here = f'bookings-{1 + ports.index(server)}'
    there = f'edge:{client}'
    lines = []
    before = stream[0][0]
    for at, source, _, flags, sequence, acknowledged, payload in stream:
        gap = (at - before) * FACTOR
        before = at
        names = ''.join(name for bit, name in FLAGS if flags & bit)
        a, b = (here, there) if source == server else (there, here)
        other = client if source == server else server
        relative = sequence - first.get(source, sequence)
        text = f'{gap:6.3f} {a} > {b} [{names}] seq {relative}'
        if flags & 0x10:
            text += f' ack {acknowledged - first.get(other, acknowledged)}'
        text += f' length {len(payload)}'
        if payload:
            text += ': ' + payload.split(b'\r\n')[0].decode('latin-1')
        lines.append(text)
    folder = os.path.join(scenario, 'capture')
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, 'crossing.txt'), 'w', encoding='utf-8') as file:
        file.write('One connection between balancer and instance, taken on the instance.\n'
                   'First column: seconds since the line above.\n\n' + '\n'.join(lines) + '\n')


main()
