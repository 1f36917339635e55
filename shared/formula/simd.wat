;; The loops of operations.ts over blocks of lanes, two lanes at a time, with bit-identical results. Assembled at build
;; time (build/wat.mjs); called only by simd.ts, which lays out the memory.
;;
;; A register is addressed by its head, 32 bytes:
;;    0  the number that all lanes share, twice
;;   16  the address of its lanes: its own buffer, or the head itself if all lanes share a number
;;   20  the bytes from one pair of lanes to the next: 16, or 0 if all lanes share a number
;;   24  the address of its own buffer
;; Thus one loop serves every mix of operands that differ between lanes and operands that do not. A value that never
;; varies has a head and no buffer; so has a table, whose entries take the place of lanes.
(module
  (import "lanes" "memory" (memory 1))
  ;; Runs the operation at a place of the program's code that has no loop here.
  (import "lanes" "elsewhere" (func $elsewhere (param $place i32)))

  (global $zero v128 (v128.const f64x2 0 0))
  (global $half v128 (v128.const f64x2 0.5 0.5))
  (global $one v128 (v128.const f64x2 1 1))
  (global $nan v128 (v128.const f64x2 nan nan))

  ;; Three operands, each an address and the bytes to its next pair of lanes; the start and end of the result, which may
  ;; be that of an operand, as each pair is read before it is written.
  (type $operation (func (param $a i32) (param $as i32) (param $b i32) (param $bs i32) (param $c i32) (param $cs i32) (param $to i32) (param $end i32)))

  ;; In the order of LOOPS in simd.ts.
  (table funcref (elem
    $copy $negate $not $floor $ceil $round $add $subtract $multiply $divide $min $max $less $lessOrEqual $equal $orElse $if $brackets $lookup))

  ;; Runs the instructions from `at` to `end` on this many bytes of lanes. An instruction is five numbers: the operation,
  ;; and the heads of its result and of three operands. If it has no loop here, the second is its place in the code.
  (func (export "work") (param $at i32) (param $end i32) (param $bytes i32)
    (local $operation i32) (local $out i32) (local $a i32) (local $b i32) (local $c i32) (local $to i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $operation (i32.load (local.get $at)))
        (local.set $out (i32.load offset=4 (local.get $at)))
        (if (i32.ge_u (local.get $operation) (i32.const 19))
          (then
            (call $elsewhere (local.get $out))
            (local.set $at (i32.add (local.get $at) (i32.const 20)))
            (br $next)))
        (local.set $a (i32.load offset=8 (local.get $at)))
        (local.set $b (i32.load offset=12 (local.get $at)))
        (local.set $c (i32.load offset=16 (local.get $at)))
        (local.set $at (i32.add (local.get $at) (i32.const 20)))

        ;; If the condition is the same in all lanes, a choice copies one operand, or the condition if it is missing.
        (if (i32.and (i32.eq (local.get $operation) (i32.const 16)) (i32.eqz (i32.load offset=20 (local.get $a))))
          (then
            (if (f64.eq (f64.load (local.get $a)) (f64.load (local.get $a)))
              (then (local.set $a (select (local.get $c) (local.get $b)
                (f64.eq (f64.load (local.get $a)) (f64.const 0))))))
            (local.set $b (local.get $a))
            (local.set $c (local.get $a))
            (local.set $operation (i32.const 0))))

        ;; If all lanes share all operands, one pair is enough.
        (if (i32.eqz (i32.or (i32.load offset=20 (local.get $a))
              (i32.or (i32.load offset=20 (local.get $b)) (i32.load offset=20 (local.get $c)))))
          (then
            (call_indirect (type $operation)
              (local.get $a) (i32.const 0)
              (local.get $b) (i32.const 0)
              (i32.load offset=16 (local.get $c)) (i32.const 0)
              (local.get $out) (i32.add (local.get $out) (i32.const 16))
              (local.get $operation))
            (i32.store offset=16 (local.get $out) (local.get $out))
            (i32.store offset=20 (local.get $out) (i32.const 0))
            (br $next)))
        (call_indirect (type $operation)
          (i32.load offset=16 (local.get $a)) (i32.load offset=20 (local.get $a))
          (i32.load offset=16 (local.get $b)) (i32.load offset=20 (local.get $b))
          (i32.load offset=16 (local.get $c)) (i32.load offset=20 (local.get $c))
          (local.tee $to (i32.load offset=24 (local.get $out))) (i32.add (local.get $to) (local.get $bytes))
          (local.get $operation))
        (call $settle (local.get $out) (local.get $bytes))
        (br $next))))

  ;; After lanes were written to a register's buffer: notes whether they are all bit-identical.
  (func $settle (export "settle") (param $head i32) (param $bytes i32)
    (local $at i32) (local $end i32) (local $first v128)
    (local.set $at (i32.load offset=24 (local.get $head)))
    (local.set $end (i32.add (local.get $at) (local.get $bytes)))
    (i32.store offset=16 (local.get $head) (local.get $at))
    (i32.store offset=20 (local.get $head) (i32.const 16))
    (local.set $first (v128.load64_splat (local.get $at)))
    (loop $next
      (if (v128.any_true (v128.xor (local.get $first) (v128.load (local.get $at)))) (then (return)))
      (br_if $next (i32.lt_u
        (local.tee $at (i32.add (local.get $at) (i32.const 16)))
        (local.get $end))))
    (v128.store (local.get $head) (local.get $first))
    (i32.store offset=16 (local.get $head) (local.get $head))
    (i32.store offset=20 (local.get $head) (i32.const 0)))

  (func $copy (type $operation)
    (param $a i32) (param $as i32) (param $b i32) (param $bs i32) (param $c i32) (param $cs i32) (param $to i32) (param $end i32)
    (loop $next
      (v128.store (local.get $to)
        (v128.load (local.get $a)))
      (local.set $a (i32.add (local.get $a) (local.get $as)))
      (br_if $next (i32.lt_u
        (local.tee $to (i32.add (local.get $to) (i32.const 16)))
        (local.get $end)))))

  (func $negate (type $operation)
    (param $a i32) (param $as i32) (param $b i32) (param $bs i32) (param $c i32) (param $cs i32) (param $to i32) (param $end i32)
    (loop $next
      (v128.store (local.get $to)
        (f64x2.neg (v128.load (local.get $a))))
      (local.set $a (i32.add (local.get $a) (local.get $as)))
      (br_if $next (i32.lt_u
        (local.tee $to (i32.add (local.get $to) (i32.const 16)))
        (local.get $end)))))

  (func $not (type $operation)
    (param $a i32) (param $as i32) (param $b i32) (param $bs i32) (param $c i32) (param $cs i32) (param $to i32) (param $end i32)
    (loop $next
      (v128.store (local.get $to)
        (f64x2.sub (global.get $one) (v128.load (local.get $a))))
      (local.set $a (i32.add (local.get $a) (local.get $as)))
      (br_if $next (i32.lt_u
        (local.tee $to (i32.add (local.get $to) (i32.const 16)))
        (local.get $end)))))

  (func $floor (type $operation)
    (param $a i32) (param $as i32) (param $b i32) (param $bs i32) (param $c i32) (param $cs i32) (param $to i32) (param $end i32)
    (loop $next
      (v128.store (local.get $to)
        (f64x2.floor (v128.load (local.get $a))))
      (local.set $a (i32.add (local.get $a) (local.get $as)))
      (br_if $next (i32.lt_u
        (local.tee $to (i32.add (local.get $to) (i32.const 16)))
        (local.get $end)))))

  (func $ceil (type $operation)
    (param $a i32) (param $as i32) (param $b i32) (param $bs i32) (param $c i32) (param $cs i32) (param $to i32) (param $end i32)
    (loop $next
      (v128.store (local.get $to)
        (f64x2.ceil (v128.load (local.get $a))))
      (local.set $a (i32.add (local.get $a) (local.get $as)))
      (br_if $next (i32.lt_u
        (local.tee $to (i32.add (local.get $to) (i32.const 16)))
        (local.get $end)))))

  ;; Half up.
  (func $round (type $operation)
    (param $a i32) (param $as i32) (param $b i32) (param $bs i32) (param $c i32) (param $cs i32) (param $to i32) (param $end i32)
    (loop $next
      (v128.store (local.get $to)
        (f64x2.floor (f64x2.add (v128.load (local.get $a)) (global.get $half))))
      (local.set $a (i32.add (local.get $a) (local.get $as)))
      (br_if $next (i32.lt_u
        (local.tee $to (i32.add (local.get $to) (i32.const 16)))
        (local.get $end)))))

  (func $add (type $operation)
    (param $a i32) (param $as i32) (param $b i32) (param $bs i32) (param $c i32) (param $cs i32) (param $to i32) (param $end i32)
    (loop $next
      (v128.store (local.get $to)
        (f64x2.add (v128.load (local.get $a)) (v128.load (local.get $b))))
      (local.set $a (i32.add (local.get $a) (local.get $as)))
      (local.set $b (i32.add (local.get $b) (local.get $bs)))
      (br_if $next (i32.lt_u
        (local.tee $to (i32.add (local.get $to) (i32.const 16)))
        (local.get $end)))))

  (func $subtract (type $operation)
    (param $a i32) (param $as i32) (param $b i32) (param $bs i32) (param $c i32) (param $cs i32) (param $to i32) (param $end i32)
    (loop $next
      (v128.store (local.get $to)
        (f64x2.sub (v128.load (local.get $a)) (v128.load (local.get $b))))
      (local.set $a (i32.add (local.get $a) (local.get $as)))
      (local.set $b (i32.add (local.get $b) (local.get $bs)))
      (br_if $next (i32.lt_u
        (local.tee $to (i32.add (local.get $to) (i32.const 16)))
        (local.get $end)))))

  (func $multiply (type $operation)
    (param $a i32) (param $as i32) (param $b i32) (param $bs i32) (param $c i32) (param $cs i32) (param $to i32) (param $end i32)
    (loop $next
      (v128.store (local.get $to)
        (f64x2.mul (v128.load (local.get $a)) (v128.load (local.get $b))))
      (local.set $a (i32.add (local.get $a) (local.get $as)))
      (local.set $b (i32.add (local.get $b) (local.get $bs)))
      (br_if $next (i32.lt_u
        (local.tee $to (i32.add (local.get $to) (i32.const 16)))
        (local.get $end)))))

  ;; A division by zero has no value.
  (func $divide (type $operation)
    (param $a i32) (param $as i32) (param $b i32) (param $bs i32) (param $c i32) (param $cs i32) (param $to i32) (param $end i32)
    (loop $next
      (v128.store (local.get $to)
        (v128.bitselect
          (global.get $nan)
          (f64x2.div (v128.load (local.get $a)) (v128.load (local.get $b)))
          (f64x2.eq (v128.load (local.get $b)) (global.get $zero))))
      (local.set $a (i32.add (local.get $a) (local.get $as)))
      (local.set $b (i32.add (local.get $b) (local.get $bs)))
      (br_if $next (i32.lt_u
        (local.tee $to (i32.add (local.get $to) (i32.const 16)))
        (local.get $end)))))

  ;; WebAssembly's min and max follow JavaScript's rules: NaN if either is NaN, and -0 below 0.
  (func $min (type $operation)
    (param $a i32) (param $as i32) (param $b i32) (param $bs i32) (param $c i32) (param $cs i32) (param $to i32) (param $end i32)
    (loop $next
      (v128.store (local.get $to)
        (f64x2.min (v128.load (local.get $a)) (v128.load (local.get $b))))
      (local.set $a (i32.add (local.get $a) (local.get $as)))
      (local.set $b (i32.add (local.get $b) (local.get $bs)))
      (br_if $next (i32.lt_u
        (local.tee $to (i32.add (local.get $to) (i32.const 16)))
        (local.get $end)))))

  (func $max (type $operation)
    (param $a i32) (param $as i32) (param $b i32) (param $bs i32) (param $c i32) (param $cs i32) (param $to i32) (param $end i32)
    (loop $next
      (v128.store (local.get $to)
        (f64x2.max (v128.load (local.get $a)) (v128.load (local.get $b))))
      (local.set $a (i32.add (local.get $a) (local.get $as)))
      (local.set $b (i32.add (local.get $b) (local.get $bs)))
      (br_if $next (i32.lt_u
        (local.tee $to (i32.add (local.get $to) (i32.const 16)))
        (local.get $end)))))

  ;; A comparison is 1 or 0, or NaN if either side is NaN.
  (func $less (type $operation)
    (param $a i32) (param $as i32) (param $b i32) (param $bs i32) (param $c i32) (param $cs i32) (param $to i32) (param $end i32)
    (local $x v128) (local $y v128)
    (loop $next
      (v128.store (local.get $to)
        (v128.or
          (v128.and (f64x2.lt (local.tee $x (v128.load (local.get $a))) (local.tee $y (v128.load (local.get $b)))) (global.get $one))
          (v128.and (v128.or (f64x2.ne (local.get $x) (local.get $x)) (f64x2.ne (local.get $y) (local.get $y))) (global.get $nan))))
      (local.set $a (i32.add (local.get $a) (local.get $as)))
      (local.set $b (i32.add (local.get $b) (local.get $bs)))
      (br_if $next (i32.lt_u
        (local.tee $to (i32.add (local.get $to) (i32.const 16)))
        (local.get $end)))))

  (func $lessOrEqual (type $operation)
    (param $a i32) (param $as i32) (param $b i32) (param $bs i32) (param $c i32) (param $cs i32) (param $to i32) (param $end i32)
    (local $x v128) (local $y v128)
    (loop $next
      (v128.store (local.get $to)
        (v128.or
          (v128.and (f64x2.le (local.tee $x (v128.load (local.get $a))) (local.tee $y (v128.load (local.get $b)))) (global.get $one))
          (v128.and (v128.or (f64x2.ne (local.get $x) (local.get $x)) (f64x2.ne (local.get $y) (local.get $y))) (global.get $nan))))
      (local.set $a (i32.add (local.get $a) (local.get $as)))
      (local.set $b (i32.add (local.get $b) (local.get $bs)))
      (br_if $next (i32.lt_u
        (local.tee $to (i32.add (local.get $to) (i32.const 16)))
        (local.get $end)))))

  (func $equal (type $operation)
    (param $a i32) (param $as i32) (param $b i32) (param $bs i32) (param $c i32) (param $cs i32) (param $to i32) (param $end i32)
    (local $x v128) (local $y v128)
    (loop $next
      (v128.store (local.get $to)
        (v128.or
          (v128.and (f64x2.eq (local.tee $x (v128.load (local.get $a))) (local.tee $y (v128.load (local.get $b)))) (global.get $one))
          (v128.and (v128.or (f64x2.ne (local.get $x) (local.get $x)) (f64x2.ne (local.get $y) (local.get $y))) (global.get $nan))))
      (local.set $a (i32.add (local.get $a) (local.get $as)))
      (local.set $b (i32.add (local.get $b) (local.get $bs)))
      (br_if $next (i32.lt_u
        (local.tee $to (i32.add (local.get $to) (i32.const 16)))
        (local.get $end)))))

  (func $orElse (type $operation)
    (param $a i32) (param $as i32) (param $b i32) (param $bs i32) (param $c i32) (param $cs i32) (param $to i32) (param $end i32)
    (local $x v128)
    (loop $next
      (v128.store (local.get $to)
        (v128.bitselect (local.tee $x (v128.load (local.get $a))) (v128.load (local.get $b))
          (f64x2.eq (local.get $x) (local.get $x))))
      (local.set $a (i32.add (local.get $a) (local.get $as)))
      (local.set $b (i32.add (local.get $b) (local.get $bs)))
      (br_if $next (i32.lt_u
        (local.tee $to (i32.add (local.get $to) (i32.const 16)))
        (local.get $end)))))

  ;; The first operand selects one of the others; if it is missing, so is the result.
  (func $if (type $operation)
    (param $a i32) (param $as i32) (param $b i32) (param $bs i32) (param $c i32) (param $cs i32) (param $to i32) (param $end i32)
    (local $x v128)
    (loop $next
      (v128.store (local.get $to)
        (v128.bitselect
          (v128.bitselect (v128.load (local.get $c)) (v128.load (local.get $b)) (f64x2.eq (local.tee $x (v128.load (local.get $a))) (global.get $zero)))
          (local.get $x)
          (f64x2.eq (local.get $x) (local.get $x))))
      (local.set $a (i32.add (local.get $a) (local.get $as)))
      (local.set $b (i32.add (local.get $b) (local.get $bs)))
      (local.set $c (i32.add (local.get $c) (local.get $cs)))
      (br_if $next (i32.lt_u
        (local.tee $to (i32.add (local.get $to) (i32.const 16)))
        (local.get $end)))))

  ;; Tax over marginal brackets: the sum of (income above a threshold) times (step of the rate there), until no income is
  ;; left. `a` is the income, `b` the scale of the thresholds, `c` the table: its number of entries in 32 bytes, then the
  ;; threshold, step and value of each in 32. A lane that is done adds 0 from then on, which changes no sum.
  (func $brackets (type $operation)
    (param $a i32) (param $as i32) (param $b i32) (param $bs i32) (param $c i32) (param $cs i32) (param $to i32) (param $end i32)
    (local $x v128) (local $scale v128) (local $above v128) (local $tax v128) (local $alive v128) (local $entry i32) (local $last i32)
    (local.set $last (i32.add (local.get $c) (i32.shl (i32.load (local.get $c)) (i32.const 5))))
    (loop $next
      (local.set $x (v128.load (local.get $a)))
      (local.set $scale (v128.load (local.get $b)))
      (local.set $tax (global.get $zero))
      (local.set $alive (i64x2.splat (i64.const -1)))
      (local.set $entry (local.get $c))
      (block $done
        (loop $bracket
          (br_if $done (i32.ge_u (local.get $entry) (local.get $last)))
          (local.set $entry (i32.add (local.get $entry) (i32.const 32)))
          (local.set $above (f64x2.sub (local.get $x)
            (f64x2.mul (v128.load64_splat (local.get $entry)) (local.get $scale))))
          (local.set $alive (v128.andnot (local.get $alive) (f64x2.le (local.get $above) (global.get $zero))))
          (br_if $done (i32.eqz (v128.any_true (local.get $alive))))
          (local.set $tax (f64x2.add (local.get $tax) (v128.and (local.get $alive)
            (f64x2.mul (local.get $above) (v128.load64_splat offset=8 (local.get $entry))))))
          (br $bracket)))
      (v128.store (local.get $to) (v128.bitselect
        (local.get $tax)
        (global.get $nan)
        (v128.and (f64x2.eq (local.get $x) (local.get $x)) (f64x2.eq (local.get $scale) (local.get $scale)))))
      (local.set $a (i32.add (local.get $a) (local.get $as)))
      (local.set $b (i32.add (local.get $b) (local.get $bs)))
      (br_if $next (i32.lt_u
        (local.tee $to (i32.add (local.get $to) (i32.const 16)))
        (local.get $end)))))

  ;; The value at the greatest key that is not above `a`, of the table `c`; none below the first key. Keys rise.
  (func $lookup (type $operation)
    (param $a i32) (param $as i32) (param $b i32) (param $bs i32) (param $c i32) (param $cs i32) (param $to i32) (param $end i32)
    (local $x v128) (local $reached v128) (local $value v128) (local $entry i32) (local $last i32)
    (local.set $last (i32.add (local.get $c) (i32.shl (i32.load (local.get $c)) (i32.const 5))))
    (loop $next
      (local.set $x (v128.load (local.get $a)))
      (local.set $value (global.get $nan))
      (local.set $entry (local.get $c))
      (block $done
        (loop $key
          (br_if $done (i32.ge_u (local.get $entry) (local.get $last)))
          (local.set $entry (i32.add (local.get $entry) (i32.const 32)))
          (local.set $reached (f64x2.ge (local.get $x) (v128.load64_splat (local.get $entry))))
          (br_if $done (i32.eqz (v128.any_true (local.get $reached))))
          (local.set $value
            (v128.bitselect (v128.load64_splat offset=16 (local.get $entry)) (local.get $value) (local.get $reached)))
          (br $key)))
      (v128.store (local.get $to) (local.get $value))
      (local.set $a (i32.add (local.get $a) (local.get $as)))
      (br_if $next (i32.lt_u
        (local.tee $to (i32.add (local.get $to) (i32.const 16)))
        (local.get $end)))))
)
