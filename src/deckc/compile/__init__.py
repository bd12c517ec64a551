"""The compiler: one package for each stage, in running order; `pipeline.py` joins them.

This file imports nothing, so that a stage can be used, and tested, without the others.
"""
