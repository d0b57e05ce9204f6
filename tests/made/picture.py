"""A picture, as pdf and Word files hold them."""

from io import BytesIO

import matplotlib.image
import numpy as np

_made = BytesIO()
matplotlib.image.imsave(_made, np.eye(20), format="png")
PNG = _made.getvalue()
