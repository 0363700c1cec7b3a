#!/usr/bin/python3
"""Independent reader of the messages of docs/bundle-format.md, written from that page alone.

verify.py CONTEXT.json < LINES: each line is {"kind": ..., "message": base64}; prints one JSON line for each:
{"taken": content} or {"refused": code}. The context is what the reader knows: {"province", "provinceKey": hex, "office",
"device", "provinceTime", "dictionary": path, "devices": {id: {"publicKey": hex, "office", "revokedAfterSeq"?}}}.
A line {"rule": ..., "given": ...} asks for a code, a hash, an id or a chain's decision; prints {"result": ...}.
"""
import base64, functools, hashlib, hmac, itertools, json, re, sys, unicodedata, uuid, zlib
import brotli, cbor2, nacl.bindings as nacl

SAFE = 2**53 - 1
MAX_MESSAGE, MAX_PLAIN = 8 << 20, 32 << 20
SIMPLE = {0xF4: False, 0xF5: True, 0xF6: None}
class Refused(Exception):
    pass
def need(condition, code="malformed"):
    if not condition:
        raise Refused(code)
def cbor(data):
    """The one value that fills data, strictly: one value has one spelling."""
    at = 0
    def take(n):
        nonlocal at
        need(n <= len(data) - at, "not-canonical")
        at += n
        return data[at - n : at]
    def value(depth):
        first = take(1)[0]
        major, info = first >> 5, first & 31
        need(depth <= 12 and (info < 28 and major != 6 if major != 7 else first in SIMPLE), "not-canonical")
        size = 1 << info - 24 if info >= 24 else 0
        n = int.from_bytes(take(size), "big") if size else info
        need((1 << size * 4 if size > 1 else 24 * size) <= n <= SAFE - (major == 1), "not-canonical")
        if major in (0, 1, 7):
            return SIMPLE[first] if major == 7 else -1 - n if major else n
        if major < 4:
            return take(n).decode() if major == 3 else take(n)
        need(n * (major - 3) <= len(data) - at, "not-canonical")
        if major == 4:
            return [value(depth + 1) for _ in range(n)]
        result, before = {}, b""
        for _ in range(n):
            start, key = at, value(depth + 1)
            need((is_int(key) or isinstance(key, str)) and before < data[start:at], "not-canonical")
            before, result[key] = data[start:at], value(depth + 1)
        return result
    whole = value(0)
    need(at == len(data), "not-canonical")
    return whole

checked = lambda test, as_seen=lambda v: v: lambda v: (need(test(v)), as_seen(v))[1]
is_int = lambda v: isinstance(v, int) and not isinstance(v, bool)
canonical = lambda value: cbor2.dumps(value, canonical=True)
sha256 = lambda data: hashlib.sha256(data).digest()
key_id = lambda key: sha256(key).hex()[:16]
integer = lambda least: checked(lambda v: is_int(v) and v >= least)
text = lambda most=1 << 20: checked(lambda v: isinstance(v, str) and len(v.encode()) <= most)
blob = lambda least, most=0: checked(lambda v: isinstance(v, bytes) and least <= len(v) <= max(least, most), bytes.hex)
choice = lambda *values: checked(lambda v: isinstance(v, str) and v in values)
numbered = lambda *values: checked(lambda v: is_int(v) and 0 <= v < len(values), lambda v: values[v])
many = lambda of, most: lambda v: [of(x) for x in array(v, most)]
def array(v, most=1 << 53, exactly=None):
    need(isinstance(v, list) and len(v) <= most and exactly in (None, len(v)))
    return v
def public_id(v):
    if isinstance(v, bytes) and len(v) == 16:
        return str(uuid.UUID(bytes=v))
    need(isinstance(v, str) and len(v.encode()) <= 200 and not re.fullmatch(UUID, v))
    return v
def places(spec):
    """An array whose places are named and typed: `name:type`, types by their name below."""
    names, types = zip(*((name, TYPES[of]) for name, of in (part.split(":") for part in spec.split())))
    return lambda v: dict(zip(names, [of(x) for of, x in zip(types, array(v, exactly=len(names)))]))
UUID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
id8, count, ordinal = blob(8), integer(0), integer(1)
TYPES = {"id8": id8, "n": count, "n1": ordinal, "any": lambda v: v, "hash": blob(32), "b16": blob(16),
         "hash?": lambda v: None if v is None else blob(32)(v), "token": blob(1, 64), "office": text(64),
         "id": public_id, "t": text(1000), "t32": text(32), "t2000": text(2000), "profile": choice("nd47_2020", "current_2025"),
         "outcome": numbered("held", "refused"), "packs": many(blob(0, 4 << 20), 16), "settings": blob(0, 4 << 20)}
TYPES["people"] = many(places("id:id name:t"), 10_000)
TYPES["revoked"] = many(places("device:id8 afterSeq:n"), 10_000)
TYPES["outcomes"] = many(places("seq:n1 outcome:outcome reason:t2000"), 100_000)
TYPES["catalogue"] = many(places("code:t register:t name:t2000 owner:t2000"), 50_000)
TYPES["receipts"] = many(places("bundleHash:hash number:n1 firstSeq:n1 lastSeq:n1 changes:n applied:n held:n refused:n "
                                "code:t32 at:n"), 10_000)
LAYOUTS = {
    "hello": places("province:id8 office:office haveReply:n nextNumber:n1 nonce:b16"),
    "enrol": places("province:id8 office:office publicKey:hash recipient:t token:token deviceName:t person:t"),
    "pack": places("province:id8 provinceName:t provinceKey:hash provinceRecipient:t url:t2000 office:office officeName:t "
                   "parentName:t level:t adminCode:t docSymbol:t placeName:t profile:profile plan:t catalogue:catalogue "
                   "token:token issuedAt:n expiresAt:n"),
    "bundle": places("province:id8 office:office number:n1 previous:hash? seenReply:n people:people changes:any"),
    "reply": places("province:id8 office:office device:id8 number:n1 previous:hash? receipts:receipts outcomes:outcomes "
                    "changes:any people:people expects:n1 stateCode:t32 packs:packs revoked:revoked at:n expiresAt:n"),
    "rules": places("province:id8 number:n1 settings:settings issuedAt:n")}
INHERITED = "constructor toString valueOf hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString".split()
def runs(v, n, of=integer(0)):
    result = []
    need(len(array(v)) % 2 == 0)
    for value, times in zip(v[::2], v[1::2]):
        need(is_int(times) and 1 <= times <= n - len(result))
        result += [of(value)] * times
    need(len(result) == n)
    return result
def sums(v, n):
    totals = itertools.accumulate(checked(is_int)(d) for d in array(v, exactly=n))
    return [checked(lambda total: abs(total) <= SAFE)(total) for total in totals]
def field_value(v, created):
    if v is None or isinstance(v, (bool, int, str)):
        return text()(v) if isinstance(v, str) else v
    if isinstance(v, dict):
        shown, rest = text()(v.get(0)), {k: x for k, x in v.items() if k != 0}
        need(not rest or set(rest) == {1} or (set(rest) == {2} and is_int(v[2]) and v[2] in created))
        return {"text": shown, "id": public_id(v[1]) if 1 in v else created[v[2]] if rest else None}
    need({type(x) for x in array(v, 10_000)} in (set(), {str}, {dict}))
    return [field_value(x, created) for x in v]
def columns(v, signer, persons):
    array(v, exactly=12)
    devices, flat, refs, shapes = [signer] + many(id8, 10_000)(v[0]), array(v[1], 300_000), [], []
    need(len(set(devices)) == len(devices) <= 10_000 and len(flat) % 3 == 0)
    device = lambda i: (need(is_int(i) and 0 <= i < len(devices)), devices[i])[1]
    for i, first, times in zip(flat[::3], flat[1::3], flat[2::3]):
        need(is_int(first) and is_int(times) and 1 <= first <= SAFE - times and 1 <= times <= 100_000 - len(refs))
        refs += [(device(i), seq) for seq in range(first, first + times)]
    n = len(refs)
    need(len(set(refs)) == n)
    for shape in array(v[2], 10_000):
        need(1 <= len(array(shape, 1001)) and all(isinstance(x, str) for x in shape))
        register, *fields = shape
        need(re.fullmatch(r"[a-z][a-z0-9-]{0,63}", register))
        need(all(re.fullmatch(r"\$?[A-Za-z][A-Za-z0-9_]{0,63}", f) and f not in INHERITED for f in fields))
        need(all(a < b for a, b in zip(fields, fields[1:])))
        shapes.append((register, fields))
    need(all(is_int(s) and 0 <= s < len(shapes) for s in array(v[3], exactly=n)))
    records = list(zip([device(i) for i in runs(v[4], n)], sums(v[5], n)))
    need(all(seq >= 1 for _, seq in records))
    marks, written, last, bases = iter(array(v[6])), iter(array(v[7])), {}, []
    for ref, record, s in zip(refs, records, v[3]):
        base = {}
        for field in shapes[s][1]:
            previous, last[record, field] = last.get((record, field)), ref
            if ref == record:
                continue
            mark = next(marks, None)
            need(is_int(mark) and 0 <= mark <= 3 and (mark != 2 or previous))
            entry = next(written, None) if mark == 3 else None
            if is_int(entry):
                need(1 <= entry < ref[1])
                base[field] = [(ref[0], ref[1] - entry)]
            elif mark == 3:
                need(2 <= len(array(entry, 20_000)) and len(entry) % 2 == 0)
                base[field] = [(device(d), ordinal(q)) for d, q in zip(entry[::2], entry[1::2])]
                need(len(set(base[field])) == len(base[field]))
            elif mark:
                base[field] = [record if mark == 1 else previous]
        bases.append(base)
    need(next(marks, next(written, "end")) == "end" and next(written, "end") == "end")
    actors, times = [checked(lambda a: a < len(persons))(a) for a in runs(v[9], n)], sums(v[10], n)
    seens = runs(array(v[11], exactly=2)[0], n)
    creating = [i for i in range(n) if refs[i] == records[i]]
    nonces = dict(zip(creating, runs(v[11][1], len(creating), blob(8))))
    created = {i: record_id(*refs[i], nonces[i]) for i in creating}
    known = {refs[i]: created[i] for i in creating}
    sets, values = [{} for _ in refs], iter(array(v[8]))
    for s, field in ((s, field) for s, (_, fields) in enumerate(shapes) for field in fields):
        for i in (i for i in range(n) if v[3][i] == s):
            sets[i][field] = field_value(next(values, b""), created)  # bytes are no value
    need(next(values, b"") == b"")
    named = lambda ref: {"device": ref[0], "seq": ref[1]}
    return [{"ref": named(refs[i]), "register": shapes[v[3][i]][0], "record": named(records[i]),
             "recordId": known.get(records[i], ""), "set": sets[i], "actor": persons[actors[i]],
             "base": {f: [named(b) for b in bs] for f, bs in bases[i].items()}, "at": times[i] * 1000,
             "seen": seens[i], **({"nonce": nonces[i]} if i in nonces else {})} for i in range(n)]
def record_id(device, seq, nonce):
    named = b"so-du-lieu/record/1" + bytes.fromhex(device) + bytes.fromhex(nonce) + seq.to_bytes(8, "big")
    digest = bytearray(sha256(named)[:16])
    digest[6], digest[8] = digest[6] & 0x0F | 0x80, digest[8] & 0x3F | 0x80
    return str(uuid.UUID(bytes=bytes(digest)))
def inflate(data, compression, dictionary):
    need(compression in (0, 1, 2))
    if compression == 0:
        return data
    plain, stream = bytearray(), zlib.decompressobj(-15, zdict=dictionary) if compression == 1 else brotli.Decompressor()
    try:
        plain += stream.decompress(data, MAX_PLAIN + 1) if compression == 1 else b""
        for i in range(len(data) if compression == 2 else 0):  # by bytes: stopped in time, and at its last byte
            need(not stream.is_finished() and len(plain) <= MAX_PLAIN, "malformed" if stream.is_finished() else "too-large")
            plain += stream.process(data[i : i + 1])
    except (zlib.error, brotli.error):
        raise Refused("malformed")
    need(len(plain) <= MAX_PLAIN, "too-large")
    need(stream.is_finished() if compression == 2 else stream.eof and not stream.unused_data)
    return bytes(plain)
def check_signature(key, protected, kind, payload, signature):
    try:
        nacl.crypto_sign_open(signature + canonical(["Signature1", protected, b"so-du-lieu/" + kind.encode(), payload]), key)
    except Exception:
        raise Refused("bad-signature")
    need(nacl.crypto_core_ed25519_is_valid_point(key), "bad-signature")
def open_message(message, kind, context, dictionary):
    need(len(message) <= MAX_MESSAGE, "too-large")
    need(message[:1] == b"\xd2", "not-a-message")
    protected, unprotected, payload, signature = array(cbor(message[1:]), exactly=4)
    need(all(isinstance(x, bytes) for x in (protected, payload, signature)) and unprotected == {} and len(signature) == 64)
    header = cbor(protected)
    need(isinstance(header, dict) and header.get(1) == -8)
    content, kid = header.get(3), header.get(4)
    need(isinstance(content, str) and isinstance(kid, bytes) and len(kid) == 8)
    version, compression = (checked(is_int)(x) for x in array(header.get(-65537), exactly=2))
    need(version >= 1 and compression >= 0)
    need(content == "sdl/" + kind, "wrong-kind")
    need(version > 1 or (len(header) == 5 and header.get(2) == [-65537]))
    kid = kid.hex()
    self_signed = kind in ("enrol", "pack")
    if not self_signed:
        known = [context["provinceKey"]] if kind in ("reply", "rules") else [d["publicKey"] for d in context["devices"].values()]
        known = [key for key in map(bytes.fromhex, known) if key_id(key) == kid]
        need(known, "unknown-key")
        check_signature(known[0], protected, kind, payload, signature)
    need(version == 1, "newer-version")
    need(kind not in ("enrol", "hello") or compression == 0)
    said = LAYOUTS[kind](cbor(inflate(payload, compression, dictionary)))
    if self_signed:
        key = bytes.fromhex(said["publicKey" if kind == "enrol" else "provinceKey"])
        need(key_id(key) == kid, "unknown-key")
        check_signature(key, protected, kind, payload, signature)
    if kind in ("bundle", "reply"):
        need((said["previous"] is None) == (said["number"] == 1))
        for r in said.get("receipts", []):
            need(r["changes"] == r["applied"] + r["held"] + r["refused"] == r["lastSeq"] - r["firstSeq"] + 1)
        ids = [p["id"] for p in said["people"]]
        need(len(set(ids)) == len(ids))
        said["changes"] = columns(said["changes"], kid, ids)
    sender = context["devices"].get(kid, {})
    said.update({"device": kid} if kind in ("bundle", "hello") else {})
    if kind == "bundle":
        refs = [c["ref"] for c in said["changes"]]
        need(refs and refs == [{"device": kid, "seq": refs[0]["seq"] + i} for i in range(len(refs))])
        said["firstSeq"], said["lastSeq"] = refs[0]["seq"], refs[-1]["seq"]
    need(kind == "pack" or said["province"] == context["province"], "wrong-audience")
    need(kind in ("pack", "enrol", "rules") or said["office"] == sender.get("office", context["office"]), "wrong-audience")
    need(kind != "reply" or said["device"] == context["device"], "not-for-us")
    need(kind != "bundle" or said["lastSeq"] <= sender.get("revokedAfterSeq", SAFE), "revoked-key")
    need(kind not in ("reply", "pack") or said["expiresAt"] >= context["provinceTime"], "expired")
    return said

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
TIMES_A = [n << 1 ^ (0b100101 if n & 16 else 0) for n in range(32)]
def check_of(code):
    return ALPHABET[functools.reduce(lambda total, c: TIMES_A[total ^ ALPHABET.index(c)], reversed(code), 0)]
def spoken(data, length):
    bits = int.from_bytes(data[:8], "big")
    code = "".join(ALPHABET[bits >> 59 - 5 * i & 31] for i in range(length - 1))
    return code + check_of(code)
def typed_code(typed, length):
    code = re.sub(r"[\s.–—-]", "", unicodedata.normalize("NFKC", typed).upper()).translate(str.maketrans("OIL", "011"))
    return code if len(code) == length and set(code) <= set(ALPHABET) and check_of(code[:-1]) == code[-1] else None
def receipt_code(ownSeed, otherKey, office, bundleHash):
    _, own = nacl.crypto_sign_seed_keypair(bytes.fromhex(ownSeed))
    other = nacl.crypto_sign_ed25519_pk_to_curve25519(bytes.fromhex(otherKey))
    secret = nacl.crypto_scalarmult(nacl.crypto_sign_ed25519_sk_to_curve25519(own), other)
    named = b"so-du-lieu/receipt\0" + office.encode() + b"\0" + bytes.fromhex(bundleHash)
    return {"pairSecret": secret.hex(), "code": spoken(hmac.digest(secret, named, "sha256"), 12)}
def spelled(v):
    if not isinstance(v, dict):
        return [spelled(x) for x in v] if isinstance(v, list) else v
    name = v["id"] and (uuid.UUID(v["id"]).bytes if re.fullmatch(UUID, v["id"]) else v["id"])
    return {0: v["text"], 1: name} if name else {0: v["text"]}
def content(records):
    fields = lambda values: [x for f in sorted(values) if values[f] is not None for x in (f, spelled(values[f]))]
    digest = sha256(canonical([[r["id"], fields(r["values"])] for r in sorted(records, key=lambda r: r["id"].encode())]))
    return {"hash": digest.hex(), "code": spoken(digest, 8)}
def state_code(heads):
    rows = [[bytes.fromhex(h["device"]), h["seq"], h["hash"] and bytes.fromhex(h["hash"])] for h in heads]
    return spoken(sha256(canonical(sorted(rows, key=lambda row: row[0]))), 8)
def chain(sofar, message):
    number, last, taken = message["number"], sofar["number"], sofar["hashes"].get
    if number <= last:
        return "duplicate" if taken(str(number)) == message["hash"] else "fork"
    follows = taken(str(last)) == message["previous"] and message.get("firstSeq", sofar["lastSeq"] + 1) == sofar["lastSeq"] + 1
    return "gap" if number > last + 1 else "next" if follows else "fork"
def key_code(publicKey):
    return spoken(hashlib.scrypt(bytes.fromhex(publicKey), salt=b"so-du-lieu/enrol", n=2**14, r=8, p=1, dklen=32), 8)
def own_chain(provinceKey, office):
    return key_id(bytes.fromhex(provinceKey) + b"so-du-lieu/own/1/" + office.encode())
RULES = {f.__name__.replace("_", "-"): f
         for f in (chain, content, key_code, own_chain, receipt_code, record_id, state_code, typed_code)}
def main():
    context = json.load(open(sys.argv[1], encoding="utf-8"))
    dictionary = open(context["dictionary"], "rb").read()
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            answer = ({"result": RULES[asked["rule"]](**asked["given"])} if "rule" in asked else
                      {"taken": open_message(base64.b64decode(asked["message"]), asked["kind"], context, dictionary)})
        except (Refused, UnicodeDecodeError) as why:  # text that is not UTF-8 has no canonical spelling
            answer = {"refused": str(why) if isinstance(why, Refused) else "not-canonical"}
        print(json.dumps(answer))
main()
